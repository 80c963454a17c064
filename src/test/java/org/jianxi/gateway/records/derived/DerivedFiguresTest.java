package org.jianxi.gateway.records.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derivation;
import org.jianxi.gateway.derivation.MadeUpProvince;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same figures from records, last section of the form's rules: what a database counts is what is counted at a prefecture's desk. */
class DerivedFiguresTest {

    private static final Datasets DATASETS = DeliveredProvince.DATASETS;
    private static final Definitions DEFINITIONS = DeliveredProvince.DEFINITIONS;
    private static final List<String> OFFICES = DeliveredProvince.OFFICES;

    private final DeliveredProvince province = new DeliveredProvince();
    private final DerivedFigures figures =
            new DerivedFigures(province.database().dataSource());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsWhatIsDerivedFromTheSameRecordsInFiles(long seed) throws Exception {
        MadeUpProvince.write(folder, seed, 1_000);
        province.deliver(folder, "first");
        for (var month : List.of("2022-12", "2023-01", "2023-02", "2023-06")) {
            assertThat(inTheDatabase(Period.of(month), province.position()))
                    .as("%s of seed %d", month, seed)
                    .isEqualTo(fromFiles(Period.of(month)));
        }
    }

    @Test
    void tellsTheFiguresAsOfAnyPositionOfTheLedger() throws Exception {
        var june = Period.of("2023-06");
        MadeUpProvince.write(folder, 7, 300);
        province.deliver(folder, "first");
        var then = province.position();
        var figuresThen = fromFiles(june);

        MadeUpProvince.write(folder, 8, 300);
        province.deliver(folder, "second");

        assertThat(inTheDatabase(june, then)).isEqualTo(figuresThen);
        assertThat(inTheDatabase(june, province.position()))
                .isEqualTo(fromFiles(june))
                .isNotEqualTo(figuresThen);
        assertThat(figures.of(new Counting(DEFINITIONS, june, -1))).isEmpty();
    }

    @Test
    void namesEveryRecordBehindAFigureAndNoOther() throws Exception {
        MadeUpProvince.write(folder, 9, 300);
        province.deliver(folder, "first");
        var june = Period.of("2023-06");
        for (var definition : DEFINITIONS.figures()) {
            if (definition instanceof Definition.FromRecords counted) {
                var files = new Derivation(
                                DEFINITIONS, DATASETS, new Sender("530100"), june, Set.of(counted.indicator()))
                        .of(folder);
                var counting = new Counting(DEFINITIONS, june, province.position());
                var records = figures.records(counting, new Sender("530100"), counted.indicator(), 1_000);
                assertThat(records.stream().map(one -> counted.dataset() + ".csv:" + (one.number() + 1)))
                        .as("figure %d", counted.indicator())
                        .containsExactlyElementsOf(files.figures().stream()
                                .filter(figure -> figure.indicator() == counted.indicator())
                                .findFirst()
                                .orElseThrow()
                                .records());
                assertThat(records.stream().mapToLong(CountedRecord::adds).sum())
                        .isEqualTo(files.amount(counted.indicator()).orElseThrow());
            }
        }
    }

    /** What was counted once is counted anew for whoever delivered since, and kept for the others. */
    @Test
    void tellsTheSameWhateverWasCountedBefore() throws Exception {
        var june = Period.of("2023-06");
        var seed = 20;
        for (var sender : List.of("530100", "530300", "539900", "530300", "530100")) {
            MadeUpProvince.write(folder, ++seed, 200);
            province.deliver(folder, "of" + seed, sender);
            var counting = new Counting(DEFINITIONS, june, province.position());

            var anew = new DerivedFigures(province.database().dataSource()).of(counting);

            assertThat(anew).isNotEmpty();
            assertThat(figures.of(counting)).as("after %s", sender).isEqualTo(anew);
            assertThat(figures.of(counting)).as("asked again").isEqualTo(anew);
        }
    }

    private Map<String, Map<Integer, Long>> inTheDatabase(Period month, long at) {
        var counted = figures.of(new Counting(DEFINITIONS, month, at));
        var all = new TreeMap<String, Map<Integer, Long>>();
        for (var office : OFFICES) {
            var own = new TreeMap<Integer, Long>();
            DEFINITIONS.figures().stream()
                    .filter(Definition.FromRecords.class::isInstance)
                    .forEach(figure -> own.put(figure.indicator(), 0L));
            own.putAll(counted.getOrDefault(new Sender(office), Map.of()));
            all.put(office, own);
        }
        return all;
    }

    private Map<String, Map<Integer, Long>> fromFiles(Period month) {
        var all = new TreeMap<String, Map<Integer, Long>>();
        for (var office : OFFICES) {
            var own = new TreeMap<Integer, Long>();
            new Derivation(DEFINITIONS, DATASETS, new Sender(office), month, Set.of())
                    .of(folder)
                    .figures()
                    .forEach(figure -> figure.amount().ifPresent(amount -> own.put(figure.indicator(), amount)));
            all.put(office, own);
        }
        return all;
    }
}
