package org.jianxi.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.snapshot.SnapshotWriter;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.jianxi.gateway.signing.KeyedHash;

/** How long a registry's rows take to become a sorted file of keyed tokens, which is most of a run that begins with an extract. */
record TokenPace(Project project) {

    private static final int WARM_UP = 50_000;
    private static final int ROWS = 300_000;

    void print(MatchData data, double fullMatch, double dayMatch, PrintStream out) throws Exception {
        var forms = new NameVariants(project.folder().resolve("schemas/codes/name-variants.csv")).read();
        var tokens = new Tokens(new KeyedHash(new byte[32]), forms);
        seconds(data, tokens, WARM_UP);
        var each = seconds(data, tokens, ROWS) / ROWS;
        var rows = data.population().rows();
        var full = each * rows + fullMatch;
        var day = each * rows / 100 + dayMatch;
        out.printf(
                Locale.ROOT,
                "%nKeyed tokens, written and sorted: %.0f rows a second and thread. From the extract on: full %.1f s, a day's 1 %% %.2f s (%.2f %%)%n",
                1 / each,
                full,
                day,
                100 * day / full);
    }

    private static double seconds(MatchData data, Tokens tokens, int count) throws Exception {
        var started = System.nanoTime();
        try (var writer = new SnapshotWriter(data.folder().resolve("pace.tokens"))) {
            for (var row = 0L; row < count; row++) {
                var person = new Person(data.population().numberOf(row));
                writer.add(
                        tokens.of(person.idNumber(), person.name()).orElseThrow(),
                        data.population().category(row));
            }
            writer.finish();
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
