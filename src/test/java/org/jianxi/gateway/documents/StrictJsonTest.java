package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.canonical.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void numbersKeepTheirLastDigit() throws UnreadableDocument {
        var tree = StrictJson.parse(utf8("[9007199254740993.0, 1873.50, 18446744073709551617]"));
        assertThat(tree.get(0).decimalValue()).isEqualTo(new BigDecimal("9007199254740993.0"));
        assertThat(tree.get(1).decimalValue()).isEqualTo(new BigDecimal("1873.50"));
        assertThat(tree.get(2).bigIntegerValue()).hasToString("18446744073709551617");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1,\"a\":2}|S-JSON",
                "{} {}|S-JSON",
                "[NaN]|S-JSON",
                "{'a':1}|S-JSON",
                "[1,]|S-JSON",
                "[\"\\uD800\"]|S-TEXT",
                "[\"\\uFFFE\"]|S-TEXT",
                "{\"\\uDC00\":1}|S-TEXT",
                "[1e400000000]|S-JSON",
                "[-1e-400000000]|S-JSON",
                "\uFEFF{}|S-ENCODING",
                "~ ~|S-EMPTY"
            })
    void ambiguousOrDangerousDocumentsAreRefused(String text, String rule) {
        assertThat(refusalOf(utf8(text)).rule().id()).isEqualTo(rule);
    }

    /** As Windows programs save it; one mark, at the very beginning. */
    @Test
    void theMarkOfUtf8MayLeadInASourcesOwnFile() throws UnreadableDocument {
        assertThat(refusalOf(utf8("\uFEFF{}")).rule()).isEqualTo(DocumentRule.ENCODING);
        assertThat(StrictJson.parseSaved(utf8("\uFEFF{\"a\": 1}")).get("a").intValue())
                .isEqualTo(1);
    }

    @Test
    void theRefusalSaysLineAndColumn() {
        assertThat(refusalOf(utf8("{\"a\": 1,\n  \"b\": nix}")).at()).isEqualTo(Place.line(2, "8"));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void sixtyFourLevelsAreTheLimit(int depth) throws UnreadableDocument {
        var text = utf8("[".repeat(depth) + "]".repeat(depth));
        if (depth == 64) {
            assertThat(StrictJson.parse(text).isArray()).isTrue();
        } else {
            assertThat(refusalOf(text).rule()).isEqualTo(DocumentRule.LIMIT);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
        var refusal = refusalOf(new byte[] {'[', '\n', '"', (byte) 0xC0, (byte) 0x80, '"', ']'});
        assertThat(refusal.rule()).isEqualTo(DocumentRule.ENCODING);
        assertThat(refusal.at()).isEqualTo(Place.line(2, null));
    }

    @Test
    void nothingIsNotADocument() {
        assertThat(refusalOf(new byte[0]).rule()).isEqualTo(DocumentRule.EMPTY);
    }

    private static UnreadableDocument refusalOf(byte[] content) {
        return catchThrowableOfType(UnreadableDocument.class, () -> StrictJson.parse(content));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
