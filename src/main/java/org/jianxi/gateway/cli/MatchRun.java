package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;

/** Reads the people, then each registry once past them. Every file's header is looked at before the first is read. */
record MatchRun(Home home, ProgressLines progress, int threads, AskedAgents agents) {

    private static final List<String> OF_PEOPLE = List.of("idNumber", "name");
    private static final List<String> OF_REGISTRIES = List.of("idNumber", "name", "category");

    Matched of(Path people, List<RegistryFile> registries) {
        var started = System.nanoTime();
        var forms = new NameVariants(home.schemas().resolve("codes/name-variants.csv")).read();
        var list = TableFile.open(people, OF_PEOPLE);
        var extracts = registries.stream()
                .map(one -> TableFile.open(one.file(), OF_REGISTRIES))
                .toList();
        var read = People.read(list, forms, progress.of("人员 people", list.size()));
        var matches = new ArrayList<RegistryMatch>();
        for (var at = 0; at < extracts.size(); at++) {
            var name = registries.get(at).name();
            var extract = extracts.get(at);
            matches.add(RegistryMatch.of(name, extract, read, threads, progress.of(name, extract.size())));
        }
        matches.addAll(agents.of(read));
        return new Matched(read, matches, Duration.ofNanos(System.nanoTime() - started), PeakMemory.now());
    }
}
