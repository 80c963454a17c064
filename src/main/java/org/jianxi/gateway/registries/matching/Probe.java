package org.jianxi.gateway.registries.matching;

import org.jianxi.gateway.registries.files.LineSink;
import org.jianxi.gateway.registries.files.PlainBatch;
import org.jianxi.gateway.registries.identity.DisabilityCertificate;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.PackedId;

/** One thread's rows of a registry, each looked up among the people. Almost all are strangers, and their names are never decoded. */
final class Probe implements LineSink {

    private final People people;
    private final SortedKeys keys;
    private final Outcomes outcomes;
    private int[] likely = {};
    private long rows;
    private long unusable;

    Probe(People people, Outcomes outcomes) {
        this.people = people;
        this.keys = people.keys();
        this.outcomes = outcomes;
    }

    @Override
    public void plain(PlainBatch lines) {
        rows += lines.size();
        var left = likely(lines);
        for (var one = 0; one < left; one++) {
            var line = likely[one];
            if (lines.id(line) == PackedId.NONE) {
                rows--;
                row(0, lines.text(line, ID_NUMBER), lines.text(line, NAME), lines.text(line, CATEGORY));
                continue;
            }
            var at = keys.find(Spread.of(lines.id(line)));
            if (at >= 0) {
                found(at, lines.text(line, NAME), lines.text(line, CATEGORY));
            }
        }
    }

    /** How many lines are not certainly strangers'; which, stands in {@link #likely}. */
    private int likely(PlainBatch lines) {
        if (likely.length < lines.size()) {
            likely = new int[lines.size()];
        }
        var count = 0;
        for (var line = 0; line < lines.size(); line++) {
            var id = lines.id(line);
            likely[count] = line;
            count += id == PackedId.NONE || keys.mayHave(Spread.of(id)) ? 1 : 0;
        }
        return count;
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
