package org.jianxi.gateway.registries.snapshot;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.registries.matching.SortedKeys;

/** The people as tokens, sorted. Row 0 is the first; one without a token has no citizen's number. */
public final class TokenPeople {

    private final long[] seconds;
    private final long[] names;
    private final SortedKeys keys;

    public TokenPeople(List<Optional<Token>> people) {
        seconds = new long[people.size()];
        names = new long[people.size()];
        var firsts = new long[people.size()];
        var rows = new int[people.size()];
        var valid = 0;
        for (var row = 0; row < people.size(); row++) {
            var token = people.get(row);
            if (token.isPresent()) {
                firsts[valid] = token.get().first();
                rows[valid++] = row;
                seconds[row] = token.get().second();
                names[row] = token.get().name();
            }
        }
        keys = SortedKeys.of(firsts, rows, valid);
    }

    int size() {
        return seconds.length;
    }

    SortedKeys keys() {
        return keys;
    }

    /** Whether the whole of the 128 bits is equal, for a row whose first half is. */
    boolean isSecond(int row, long second) {
        return seconds[row] == second;
    }

    boolean isNamed(int row, long name) {
        return names[row] == name;
    }
}
