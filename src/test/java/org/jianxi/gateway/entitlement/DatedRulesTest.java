package org.jianxi.gateway.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schemas/entitlements}: what is paid is data with its date and clause. */
class DatedRulesTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);

    @TempDir
    Path folder;

    @BeforeEach
    void theFilesInForce() throws IOException {
        Files.createDirectories(folder.resolve("schemas/entitlements"));
        for (var file : new String[] {"schemas/entitlement.schema.json", "schemas/entitlements/2023.yaml"}) {
            Files.copy(HOME.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void theNoticeOf2023Pays1500And500MoreAtHalfRetained() {
        var rules = DatedRules.load(HOME, DATASETS).in(Period.of("2023-06")).orElseThrow();

        assertThat(rules.monthly().fen()).isEqualTo(150_000);
        assertThat(rules.difference().orElseThrow().fen()).isEqualTo(50_000);
        assertThat(rules.difference().orElseThrow().leastPercent()).isEqualTo(50);
        assertThat(rules.term().mostMonths()).isEqualTo(12);
        assertThat(rules.remainder().orElseThrow().to()).isEqualTo("2023-12-31");
        assertThat(rules.monthly().clause()).isEqualTo("云人社发〔2023〕18号 三");
    }

    @Test
    void noRuleSpeaksOfAMonthBeforeTheFirstFile() {
        assertThat(DatedRules.load(HOME, DATASETS).in(Period.of("2022-12"))).isEmpty();
    }

    @Test
    void aLaterFileTakesThePlaceOfAnEarlierOneFromItsMonthOn() throws IOException {
        write("2024.yaml", text().replace("YN-2023", "YN-2024").replace("2023-01\n", "2024-03\nvalidTo: 2024-12\n"));

        var rules = DatedRules.load(folder, DATASETS);

        assertThat(rules.in(Period.of("2024-02")).orElseThrow().id()).isEqualTo("YN-2023");
        assertThat(rules.in(Period.of("2024-03")).orElseThrow().id()).isEqualTo("YN-2024");
        assertThat(rules.in(Period.of("2025-01"))).isEmpty();
    }

    @Test
    void twoFilesThatBeginInOneMonthAreRefused() throws IOException {
        write("again.yaml", text());

        assertThatThrownBy(() -> DatedRules.load(folder, DATASETS))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("is also the first month of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fen: 150000|fen: 1500.00|/monthly/fen",
                "fen: 150000|fen: -1|/monthly/fen",
                "leastPercent: 50|leastPercent: 101|/difference/leastPercent",
                "validFrom: 2023-01|validFrom: 2023-13|/validFrom",
                "span: YEAR|span: WEEK|/difference/span",
                "to: 2023-12-31|to: 2023-12-32|no day of the calendar",
                "to: 2023-12-31|to: 2022-12-31|is before from",
                "among: [TERM_COMPLETED, EARLY_RETAINED]|among: [TERM_COMPLETED, RETAINED]|RETAINED is no code of endKind",
                "leastDays: 15|leastDays: 15\\n  leastHours: 3|/partMonth/leastHours",
                "paidMonthly: 人社部发〔2023〕27号 四(二)|paidMonthly: \"\"|/monthly/paidMonthly"
            })
    void aRuleThatCannotBeUsedIsRefusedWithItsLine(String good, String bad, String why) throws IOException {
        assertThat(text()).contains(good);
        write("2023.yaml", text().replace(good, bad.replace("\\n", "\n")));

        assertThatThrownBy(() -> DatedRules.load(folder, DATASETS))
                .isInstanceOfSatisfying(FileProblem.class, problem -> {
                    assertThat(problem.getMessage()).contains(why);
                    assertThat(problem.line()).isPositive();
                });
    }

    private static String text() throws IOException {
        return Files.readString(HOME.resolve("schemas/entitlements/2023.yaml"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("schemas/entitlements").resolve(name), text);
    }
}
