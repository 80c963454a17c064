package org.jianxi.gateway.registries.matching;

import org.jianxi.gateway.registries.files.LineSink;
import org.jianxi.gateway.registries.files.PlainLine;
import org.jianxi.gateway.registries.identity.DisabilityCertificate;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.PackedId;

/** One thread's rows of a registry, each looked up among the people. Almost all are strangers, and their names are never decoded. */
final class Probe implements LineSink {

    private final People people;
    private final SortedKeys keys;
    private final Outcomes outcomes;
    private long rows;
    private long unusable;

    Probe(People people, Outcomes outcomes) {
        this.people = people;
        this.keys = people.keys();
        this.outcomes = outcomes;
    }

    @Override
    public void plain(PlainLine line) {
        var packed = line.id();
        if (packed == PackedId.NONE) {
            row(0, line.text(ID_NUMBER), line.text(NAME), line.text(CATEGORY));
            return;
        }
        rows++;
        var key = Spread.of(packed);
        if (keys.mayHave(key)) {
            var at = keys.find(key);
            if (at >= 0) {
                found(at, line.text(NAME), line.text(CATEGORY));
            }
        }
    }

    @Override
    public void row(long line, String idNumber, String name, String category) {
        rows++;
        var packed = PackedId.read(idNumber);
        if (packed == PackedId.NONE) {
            unusable++;
            return;
        }
        var at = keys.find(Spread.of(packed));
        if (at >= 0) {
            found(at, name, category.isBlank() ? ofCertificate(idNumber) : category);
        }
    }

    private static String ofCertificate(String idNumber) {
        return IdNumber.read(idNumber)
                .flatMap(IdNumber::certificate)
                .map(DisabilityCertificate::words)
                .orElse("");
    }

    /** One person may be listed several times. */
    private void found(int first, String name, String category) {
        var key = keys.key(first);
        for (var at = first; keys.isKey(at, key); at++) {
            var row = keys.row(at);
            var result = people.isNamed(row, name) ? MatchResult.HIT : MatchResult.NAME_MISMATCH;
            outcomes.found(row, result, category);
        }
    }

    long rows() {
        return rows;
    }

    /** Rows without a citizen's number. */
    long unusable() {
        return unusable;
    }
}
