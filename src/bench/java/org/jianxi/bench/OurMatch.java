package org.jianxi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.Outcomes;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;
import org.jianxi.gateway.registries.snapshot.Snapshot;
import org.jianxi.gateway.registries.snapshot.SnapshotMatch;
import org.jianxi.gateway.registries.snapshot.TokenPeople;

/** The engine as the gateway and {@code ./jianxi match} run it, in this process. */
final class OurMatch {

    private final NameForms forms;

    OurMatch(Project project) {
        forms = new NameVariants(project.folder().resolve("schemas/codes/name-variants.csv")).read();
    }

    /** Both CSV files, from opening them to the last result. */
    double csvSeconds(MatchData data, int threads) throws IOException {
        var people = data.people();
        var registry = data.registry();
        var started = System.nanoTime();
        var read = People.read(TableFile.open(people, List.of("idNumber", "name")), forms, (bytes, rows) -> {});
        var table = TableFile.open(registry, List.of("idNumber", "name", "category"));
        var match = RegistryMatch.of("bench", table, read, threads, (bytes, rows) -> {});
        var seconds = (System.nanoTime() - started) / 1e9;
        expect(match.outcomes(), data.population().hits());
        return seconds;
    }

    /** Tokens at hand on the one side, a sorted file of them on the other. */
    static double tokenSeconds(Path snapshot, TokenPeople people, int threads, int hits) throws IOException {
        var started = System.nanoTime();
        try (var open = Snapshot.open(snapshot)) {
            expect(new SnapshotMatch(open, people).run(threads), hits);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static void expect(Outcomes outcomes, int hits) {
        var found = outcomes.counts().get(MatchResult.HIT);
        if (hits >= 0 && found != hits) {
            throw new IllegalStateException(found + " hits, not " + hits);
        }
    }
}
