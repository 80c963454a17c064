package org.jianxi.gateway.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is public is a file, and the dictionary has the last word on it. */
class PublicationsTest {

    private static final Path FILE = Path.of("schemas/publications.yaml");
    private static final Datasets DATASETS = Datasets.load(Path.of(""));

    @TempDir
    Path home;

    @Test
    void nothingThatIsAPersonsOrSecretLiesInTheClear() {
        for (var dataset : Published.LISTS.stored().entrySet()) {
            var fields = DATASETS.find(dataset.getKey()).orElseThrow();
            assertThat(dataset.getValue())
                    .isNotEmpty()
                    .allMatch(
                            name -> !fields.find(name).orElseThrow().personal().isHidden())
                    .doesNotContain("contactName", "contactPhone", "legalRepresentative", "bankName", "bankAccountNo");
        }
        assertThat(Published.LISTS.stored()).containsOnlyKeys("units", "posts");
    }

    @Test
    void whatDecidesWhetherARecordIsShownLiesThereToo() {
        assertThat(Published.LISTS.stored().get("units")).contains("status", "withdrawnOn", "unitId", "uscc");
        assertThat(Published.LISTS.stored().get("posts")).contains("status", "publicityFrom", "closedOn", "unitId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unitNature: {}|contactPhone: {}|contactPhone is personal in the dictionary and is shown to nobody",
                "unitNature: {}|contactName: {}|contactName is personal",
                "unitNature: {}|legalRepresentative: {}|legalRepresentative is personal",
                "unitNature: {}|bankAccountNo: {}|bankAccountNo",
                "unitNature: {}|bankName: {}|bankName",
                "unitNature: {}|withdrawReason: {}|withdrawReason",
                "unitNature: {}|chairman: {}|units has no field chairman",
                "'{from: name,'|'{from: contactName,'|contactName is personal",
                "until: [withdrawnOn]|until: [contactPhone]|contactPhone is personal",
                "by: unitId}|by: unit}|posts has no field unit",
                "dataset: posts|dataset: jobs|jobs is no dataset of records",
                "'unitNature: {}'|'unitNature: {label: {zh: 性质, en: Nature}}'|has its label from its dataset",
            })
    void aFieldThatIsNotPublicIsRefusedWithItsLine(String written, String instead, String why) throws IOException {
        var text = Files.readString(FILE);
        var line = text.substring(0, text.indexOf(written)).lines().count();
        lay(text.replace(written, instead));

        assertThatThrownBy(() -> Publications.load(home, DATASETS))
                .isInstanceOfSatisfying(FileProblem.class, problem -> {
                    assertThat(problem.getMessage()).contains(why);
                    assertThat(problem.line()).isBetween((int) line - 1, (int) line + 1);
                });
    }

    private void lay(String text) throws IOException {
        var schemas = Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/publications.schema.json"), schemas.resolve("publications.schema.json"));
        Files.writeString(schemas.resolve("publications.yaml"), text);
    }
}
