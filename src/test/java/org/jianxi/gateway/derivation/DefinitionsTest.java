package org.jianxi.gateway.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schemas/derivations}: a closed vocabulary, checked against the dictionary. */
class DefinitionsTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);

    @TempDir
    Path folder;

    @Test
    void everyIndicatorOfEveryEditionIsDefined() {
        for (var form : ReturnForms.load(HOME, Sm3::of).all()) {
            var definitions = Definitions.load(HOME, DATASETS, form.id()).orElseThrow();
            assertThat(definitions.figures())
                    .extracting(Definition::indicator)
                    .isEqualTo(form.indicators().stream().map(Indicator::number).toList());
        }
        assertThat(Definitions.load(HOME, DATASETS, "OTHER-2030")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count: units, when: [{field: recognisedOn, is: inMonth}]|count: unit, when: [{field: recognisedOn, is: inMonth}]|unit is no dataset",
                "field: withdrawnOn, is: notYet|field: withdrawn, is: notYet|withdrawn is no field of units",
                "field: withdrawnOn, is: notYet|field: status, is: notYet|status is no date",
                "in: [OTHER_EMPLOYED]|in: [EMPLOYED]|EMPLOYED is no code of outcome",
                "field: outcome, in: [RETAINED]|field: startOn, in: [RETAINED]|startOn has no codes",
                "sum: headcount, of: posts, when: [{field: raisedOn, is: begun}|sum: title, of: posts, when: [{field: raisedOn, is: begun}|title is neither",
                "notIn: 9|notIn: 12|no figure 12 from records stands above",
                "partOf: 6|partOf: 5|no figure 5 from records stands above",
                "field: traineeId, leadsTo|field: status, leadsTo|status is no id of another record",
                "is: inYear|is: lately|/figures/14"
            })
    void aDefinitionThatDoesNotFitTheDictionaryIsRefusedWithItsLine(String good, String bad, String why)
            throws IOException {
        var text = Files.readString(HOME.resolve("schemas/derivations/2023.yaml"));
        assertThat(text).contains(good);
        Files.createDirectories(folder.resolve("schemas/derivations"));
        Files.copy(HOME.resolve("schemas/derivation.schema.json"), folder.resolve("schemas/derivation.schema.json"));
        Files.writeString(folder.resolve("schemas/derivations/2023.yaml"), text.replace(good, bad));

        assertThatThrownBy(() -> Definitions.load(folder, DATASETS, "YN-2023"))
                .isInstanceOfSatisfying(FileProblem.class, problem -> {
                    assertThat(problem.getMessage()).contains(why);
                    assertThat(problem.line()).isPositive();
                });
    }
}
