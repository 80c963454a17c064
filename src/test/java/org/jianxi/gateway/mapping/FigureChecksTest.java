package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;

/** A source's own checks of a monthly return. */
class FigureChecksTest {

    @Test
    void aCheckThatHoldsSaysNothing() {
        assertThat(findings("f['8'] <= f['6'] && f['14'] >= decimal('0.5')", "", ""))
                .isEmpty();
    }

    @Test
    void aBrokenCheckNamesItsFigureAndSaysItsText() {
        var broken = findings("f['8'] > f['6']", ", at: 8", "").getFirst();

        assertThat(broken.rule()).isEqualTo("F-SOURCE-OWN");
        assertThat(broken.isError()).isTrue();
        assertThat(broken.at().indicator()).isEqualTo(8);
        assertThat(broken.at().pointer()).isEqualTo("/f8");
        assertThat(broken.message().zh()).isEqualTo("不对");
        assertThat(broken.clause()).isEqualTo("mappings monthly-return checks");
        assertThat(findings("f['8'] > f['6']", ", severity: warning", "")
                        .getFirst()
                        .isError())
                .isFalse();
    }

    @Test
    void whatTheDocumentSaysBesideItsFiguresMayBeAskedToo() {
        assertThat(findings("decimal(r['/total']) == decimal('70')", "", ", \"total\": \"70\""))
                .isEmpty();
        assertThat(findings("decimal(r['/total']) == decimal('70')", "", ", \"total\": \"71\""))
                .hasSize(1);
    }

    @Test
    void moneyIsExactInTheUnitOfTheForm() {
        assertThat(findings("f['14'] * decimal('10000') == decimal('12345.67')", "", "", "1.234567"))
                .isEmpty();
    }

    @Test
    void aCheckThatCannotBeDecidedIsToldOfUnlessAFigureIsMissing() {
        assertThat(findings("f['15'] == 1", "", "")).extracting(Finding::rule).containsExactly("F-EXPRESSION");
        assertThat(findings("f['14'] > decimal('0')", "", "", "null"))
                .extracting(Finding::rule)
                .containsExactly("F-MISSING");
        assertThat(findings("f['8'] > f['6']", "", "", "null"))
                .extracting(Finding::rule)
                .containsExactly("F-MISSING", "F-SOURCE-OWN");
    }

    @Test
    void onlyFiguresOfTheFormMayBeNamedAsThePlace() {
        assertThatThrownBy(() -> findings("true", ", at: '15'", ""))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no field or figure of MOHRSS-2023");
    }

    private static List<Finding> findings(String expression, String words, String members) {
        return findings(expression, words, members, "0.5");
    }

    private static List<Finding> findings(String expression, String words, String members, String money) {
        var mapping =
                new StringBuilder("source: test\ndataset: monthly-return\nform: MOHRSS-2023\nformat: json\nfigures:\n");
        var json = new StringBuilder("{\"f14\": ").append(money);
        for (var number = 1; number <= 14; number++) {
            mapping.append("  %d: /f%d\n".formatted(number, number));
            if (number < 14) {
                json.append(", \"f%d\": 5".formatted(number));
            }
        }
        mapping.append(
                "checks:\n  - {id: OWN, expr: \"%s\"%s, text: {zh: 不对, en: wrong}}\n".formatted(expression, words));
        return Home.read(Home.READER.read(
                        LongRecords.mapping(mapping.toString()),
                        json.append(members).append('}').toString().getBytes(StandardCharsets.UTF_8),
                        Home.context(MediaType.JSON, "2023-06", "530100")))
                .findings();
    }
}
