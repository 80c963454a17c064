package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tx",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u3000=1"
            })
    void textThatASpreadsheetMightCalculateIsNeutralised(String text) {
        assertThat(new CellText(text).neutralised()).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "昆明市", "1", "a=b", "B-13：=1", "第1版"})
    void otherTextStaysAsItIs(String text) {
        assertThat(new CellText(text).neutralised()).isEqualTo(text);
    }

    @Test
    void noPayloadOfTheCorpusIsLeftStartingAFormula() throws IOException {
        var file = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"))
                .resolve("csv/formula-injection/csv-payload.txt");
        assumeTrue(Files.exists(file), "the corpus is absent");

        assertThat(Files.readAllLines(file))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new CellText(line).neutralised()).doesNotMatch("^[=+\\-@].*"));
    }
}
