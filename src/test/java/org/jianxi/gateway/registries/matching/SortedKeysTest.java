package org.jianxi.gateway.registries.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedKeysTest {

    @Property(tries = 200)
    void eachKeyIsFoundWithAllItsRowsAndNothingElse(@ForAll @Size(max = 300) List<Long> keys, @ForAll long other) {
        var sorted = sorted(keys);
        Map<Long, Set<Integer>> rows = new HashMap<>();
        for (var row = 0; row < keys.size(); row++) {
            rows.computeIfAbsent(keys.get(row), key -> new HashSet<>()).add(row);
        }
        rows.forEach((key, expected) -> assertThat(rowsOf(sorted, key)).isEqualTo(expected));
        if (!rows.containsKey(other)) {
            assertThat(sorted.find(other)).isEqualTo(-1);
        }
    }

    @Test
    void theBitmapTurnsMostStrangersAwayAndNoneOfOurs() {
        var random = new Random(5);
        var keys =
                IntStream.range(0, 100_000).mapToObj(row -> random.nextLong()).toList();
        var sorted = sorted(keys);

        assertThat(keys).allMatch(sorted::mayHave);
        assertThat(IntStream.range(0, 100_000)
                        .filter(one -> sorted.mayHave(random.nextLong()))
                        .count())
                .isLessThan(7_000);
    }

    @Test
    void numbersThatClusterAreSpreadOneToOne() {
        var spread = IntStream.range(0, 50_000).mapToLong(Spread::of).toArray();

        assertThat(Arrays.stream(spread).distinct().count()).isEqualTo(50_000);
        assertThat(Arrays.stream(spread).filter(one -> one < 0).count()).isBetween(24_000L, 26_000L);
    }

    private static SortedKeys sorted(List<Long> keys) {
        return SortedKeys.of(
                keys.stream().mapToLong(Long::longValue).toArray(),
                IntStream.range(0, keys.size()).toArray(),
                keys.size());
    }

    private static Set<Integer> rowsOf(SortedKeys sorted, long key) {
        var rows = new HashSet<Integer>();
        for (var at = sorted.find(key); at >= 0 && sorted.isKey(at, key); at++) {
            rows.add(sorted.row(at));
        }
        return rows;
    }
}
