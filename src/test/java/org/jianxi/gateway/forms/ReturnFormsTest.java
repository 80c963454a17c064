package org.jianxi.gateway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnFormsTest {

    private static final Path HOME = Path.of("");

    @TempDir
    private Path home;

    private final ReturnForms forms = ReturnForms.load(HOME, ReturnFormsTest::anyDigest);

    @Test
    void bothPrintingsOf2023AreThere() {
        assertThat(forms.all().stream().map(ReturnForm::id)).containsExactly("MOHRSS-2023", "YN-2023");
        assertThat(forms.current(Period.of("2023-06")).map(ReturnForm::id)).contains("MOHRSS-2023");
        assertThat(forms.validFor(Period.of("2022-12"))).isEmpty();
    }

    @Test
    void theNoticesOwnNotationGivesTheSixPrintedRelations() {
        for (var form : forms.all()) {
            assertThat(form.printed().stream()
                            .collect(Collectors.toMap(Relation::rule, Relation::notation, (one, two) -> one + two)))
                    .isEqualTo(java.util.Map.of(
                            "L-1", "1≥2", "L-3", "3≥4", "L-5", "5≥6", "L-6", "6≥7", "L-8", "8≥9+11", "L-9", "9≥10"));
            assertThat(form.printed()).allMatch(relation -> relation.severity() == Severity.ERROR);
            assertThat(form.balance().stream().map(Relation::rule))
                    .containsExactly("B-13", "B-1", "B-3", "B-14", "B-8", "B-13-3");
            assertThat(form.balance()).allMatch(relation -> relation.severity() == Severity.WARNING);
        }
    }

    @Test
    void aPrimeIsLastMonthsFigureAndAMinusTakesAway() {
        var balance = forms.find("MOHRSS-2023").orElseThrow().balance().getFirst();

        assertThat(balance.right())
                .containsExactly(
                        new Relation.Term(13, false, true),
                        new Relation.Term(6, false, false),
                        new Relation.Term(8, true, false),
                        new Relation.Term(12, true, false));
    }

    @Test
    void everyIndicatorStandsInACellOfTheSheet() {
        var form = forms.find("YN-2023").orElseThrow();

        assertThat(form.numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
        assertThat(form.layout().cellOf(8)).isEqualTo("I7");
        assertThat(form.indicators())
                .allSatisfy(indicator -> assertThat(form.layout().text())
                        .containsValue(indicator.label().zh()));
    }

    @Test
    void aLaterEditionWithAnIndicatorMoreIsOnlyAnotherFile() {
        var later = ReturnForms.load(Path.of("src/test/resources/editions"), ReturnFormsTest::anyDigest)
                .find("MOHRSS-2027")
                .orElseThrow();

        assertThat(later.indicators()).hasSize(15);
        assertThat(later.printed().stream().map(Relation::rule))
                .containsExactly("L-1", "L-3", "L-5", "L-6", "L-6-15", "L-8", "L-9");
    }

    @Test
    void aBrokenDefinitionIsRefusedWithItsLine() throws Exception {
        var good = Files.readAllLines(Path.of("schemas/returns/mohrss-2023.yaml"), StandardCharsets.UTF_8);
        for (var fault : List.of(
                List.of("    unit: 个", "    unit: 只", "must be 个, 人 or 万元"),
                List.of("  - notation: 8≥9+11", "  - notation: 8≥9+21", "names indicator 21"),
                List.of("  - notation: 8≥9+11", "  - notation: 8>9+11", "must be a relation"),
                List.of("  - notation: 9≥10", "  - notation: 8≥10", "a second rule L-8"),
                List.of("validFrom: 2023-01", "validFrom: 2023-13", "must be a month"),
                List.of("    partOf: 8", "    partOf: 12", "must name an indicator above it"),
                List.of("    measure: plan", "    messure: plan", "is not known here"))) {
            var line = good.indexOf(fault.get(0));
            var lines = new java.util.ArrayList<>(good);
            lines.set(line, fault.get(1));
            Files.createDirectories(home.resolve("schemas/returns"));
            Files.write(home.resolve("schemas/returns/broken.yaml"), lines, StandardCharsets.UTF_8);

            assertThatThrownBy(() -> ReturnForms.load(home, ReturnFormsTest::anyDigest))
                    .isInstanceOf(FileProblem.class)
                    .hasMessageContaining(fault.get(2))
                    .satisfies(problem ->
                            assertThat(((FileProblem) problem).line()).isEqualTo(line + 1));
        }
    }

    @Test
    void theSeventeenReportingUnitsStandInTheOrderOfAnnex1() {
        var units = Divisions.reportingUnits(HOME);

        assertThat(units.inOrder().stream().map(unit -> unit.sender() + " " + unit.name()))
                .hasSize(17)
                .startsWith("530100 昆明市", "530300 曲靖市")
                .endsWith("533400 迪庆州", "539900 省本级");
    }

    private static Digest anyDigest(byte[] bytes) {
        return new Digest("%064x".formatted(bytes.length));
    }
}
