package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;

class FigureWordsTest {

    @Test
    void aFigureMayBeAddedUpFromWhatTheReturnSays() {
        var read = read("8: {expr: \"decimal(r['/a']) + decimal(r['/b'])\"}", "\"a\": \"1,200\", \"b\": 3");

        assertThat(read.draft().figures().find(8)).contains(1_203L);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void aSumOfWhatIsNotThereIsAFindingAndNoFigure() {
        var read = read("8: {expr: \"decimal(r['/a']) + decimal(r['/b'])\"}", "\"a\": \"5\"");

        assertThat(read.draft().figures().find(8)).isEmpty();
        assertThat(read.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("F-COUNT"));
    }

    @Test
    void oneFigureMayBeWrittenInChineseOrInsideASentence() {
        assertThat(read("8: {at: /a, numbers: chinese}", "\"a\": \"一百零五人\"")
                        .draft()
                        .figures()
                        .find(8))
                .contains(105L);
        assertThat(read("8: {at: /a, match: '完成([0-9]+)人'}", "\"a\": \"本月完成12人\"")
                        .draft()
                        .figures()
                        .find(8))
                .contains(12L);
        assertThat(read("8: {at: /a, match: '完成([0-9]+)人'}", "\"a\": \"本月无\"").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("F-COUNT"));
    }

    @Test
    void moneyMayBeStatedInFen() {
        assertThat(read("14: {at: /a, unit: 分}", "\"a\": 123456")
                        .draft()
                        .figures()
                        .find(14))
                .contains(123_456L);
    }

    @Test
    void aFigureHasOneOrigin() {
        assertThatThrownBy(() -> read("8: {at: /a, expr: '1'}", ""))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("one origin");
    }

    private static Mapped.Read read(String figure, String members) {
        var number = Integer.parseInt(figure.substring(0, figure.indexOf(':')));
        var others = IntStream.rangeClosed(1, 14)
                .filter(other -> other != number)
                .mapToObj("  %d: {const: 0}\n"::formatted)
                .collect(Collectors.joining());
        var text = "source: words\ndataset: monthly-return\nform: MOHRSS-2023\nformat: json\nfigures:\n" + others + "  "
                + figure;
        var mapping = MappingFile.of(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
        var content = ("{" + (members.isEmpty() ? "\"x\": 1" : members) + "}").getBytes(StandardCharsets.UTF_8);
        return Home.read(new Mapper().map(mapping, content, Home.context(MediaType.JSON, "2023-06", "530100")));
    }
}
