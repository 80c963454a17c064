package org.jianxi.gateway.registries.matching;

import java.util.ArrayList;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.files.TableScan;

/**
 * People compared with one registry's extract.
 *
 * @param rows how many the extract has
 * @param unusable how many of them have no citizen's number and could not be compared with anybody
 */
public record RegistryMatch(String registry, Outcomes outcomes, long rows, long unusable) {

    /** Reads the extract once. Throws what its file, or its categories, make impossible. */
    public static RegistryMatch of(String registry, TableFile table, People people, int threads, ReadSoFar progress) {
        var outcomes = new Outcomes(people.size(), people.keys());
        var probes = new ArrayList<Probe>();
        new TableScan(table, progress).read(threads, () -> {
            var probe = new Probe(people, outcomes);
            probes.add(probe);
            return probe;
        });
        return new RegistryMatch(
                registry,
                outcomes,
                probes.stream().mapToLong(Probe::rows).sum(),
                probes.stream().mapToLong(Probe::unusable).sum());
    }
}
