package org.jianxi.gateway.records.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derivation;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.derivation.MadeUpProvince;
import org.jianxi.gateway.derivation.OtherReading;
import org.jianxi.gateway.reconciliation.Cause;
import org.jianxi.gateway.reconciliation.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up province whose return was made by another reading of the form: the reading is found, with its records and no others. */
class PlantedDifferencesTest {

    private static final Period JUNE = Period.of("2023-06");

    private final DeliveredProvince province = new DeliveredProvince();
    private final DerivedFigures figures =
            new DerivedFigures(province.database().dataSource());

    @TempDir
    Path folder;

    @Test
    void everyPlantedReadingIsFoundWithTheRightRecordsAndNothingElse() throws Exception {
        MadeUpProvince.write(folder, 11, 3_000);
        province.deliver(folder, "first");
        var definitions = DeliveredProvince.DEFINITIONS;
        var planted = 0;
        for (var sender : DeliveredProvince.OFFICES) {
            for (var reading : definitions.otherReadings()) {
                planted += plant(new Sender(sender), reading);
            }
        }
        assertThat(planted).isGreaterThan(2 * definitions.otherReadings().size());
    }

    /** @return how many figures it makes others */
    private int plant(Sender sender, OtherReading reading) {
        var now = new Counting(DeliveredProvince.DEFINITIONS, JUNE, province.position());
        var other = now.by(reading.of(now.definitions()));
        var derived = own(now, sender);
        var reported = withFigures(derived, own(other, sender));

        var causes = causes(now, sender);
        var found = Reconciliation.of(reported, derived, causes, (indicator, one, two) -> one == two);
        // two readings may come to the very same figures; then it cannot be told which
        var alike = causes.stream()
                .filter(cause -> withFigures(derived, cause.figures()).equals(reported))
                .map(cause -> List.of(cause.id()))
                .toList();

        for (var cell : found.cells()) {
            assertThat(cell.explanations())
                    .as("%s of %s at %d", reading.id(), sender, cell.indicator())
                    .isEqualTo(alike)
                    .contains(List.of(reading.id()));
            var records = figures.differing(now, other, sender, cell.indicator(), 10_000);
            assertThat(records.stream().mapToLong(CountedRecord::adds).sum()).isEqualTo(cell.difference());
            assertThat(records.stream().map(CountedRecord::number).collect(Collectors.toSet()))
                    .isEqualTo(differingLines(sender, now.definitions(), other.definitions(), cell.indicator()));
        }
        return found.cells().size();
    }

    private static Map<Integer, Long> withFigures(Map<Integer, Long> derived, Map<Integer, Long> others) {
        var figures = new HashMap<>(derived);
        figures.putAll(others);
        return figures;
    }

    private List<Cause> causes(Counting now, Sender sender) {
        return now.definitions().otherReadings().stream()
                .map(one -> new Cause(one.id(), one.name(), own(now.by(one.of(now.definitions())), sender)))
                .toList();
    }

    private Map<Integer, Long> own(Counting counting, Sender sender) {
        return figures.of(counting).getOrDefault(sender, Map.of());
    }

    /** The same from the files: the numbers of the records that count by one reading otherwise than by the other. */
    private Set<Long> differingLines(Sender sender, Definitions right, Definitions other, int indicator) {
        var one = traced(sender, right, indicator);
        var two = traced(sender, other, indicator);
        var all = new HashMap<>(one);
        all.putAll(two);
        return all.keySet().stream()
                .filter(record -> !one.getOrDefault(record, 0L).equals(two.getOrDefault(record, 0L)))
                .map(record -> Long.parseLong(record.substring(record.indexOf(':') + 1)) - 1)
                .collect(Collectors.toSet());
    }

    private Map<String, Long> traced(Sender sender, Definitions definitions, int indicator) {
        return new Derivation(definitions, DeliveredProvince.DATASETS, sender, JUNE, Set.of(indicator))
                .of(folder).figures().stream()
                        .filter(figure -> figure.indicator() == indicator)
                        .flatMap(figure -> figure.traced().stream())
                        .collect(Collectors.toMap(Derived.Traced::record, Derived.Traced::adds));
    }
}
