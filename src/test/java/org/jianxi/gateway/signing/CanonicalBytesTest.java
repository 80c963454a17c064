package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBytesTest {

    @Test
    void membersAreSortedAndNothingIsSpaced() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("position", 7L);
        tree.put("late", false);
        tree.put("figures", List.of(812, "1873.50", List.of(), Map.of()));
        tree.put("期", "二〇二三年六月");

        assertThat(new String(CanonicalBytes.of(tree), UTF_8))
                .isEqualTo("{\"figures\":[812,\"1873.50\",[],{}],\"late\":false,\"position\":7,\"期\":\"二〇二三年六月\"}");
    }

    /** RFC 8785 §3.2.3: sorted by UTF-16 units, so the emoji's surrogates come before U+FB33. */
    @Test
    void namesSortAsInTheStandardsExample() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("\u20ac", "Euro Sign");
        tree.put("\r", "Carriage Return");
        tree.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        tree.put("1", "One");
        tree.put("\ud83d\ude00", "Emoji: Grinning Face");
        tree.put("\u0080", "Control");
        tree.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalBytes.text(tree))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785 §3.2.2.2, byte for byte. */
    @Test
    void onlyWhatMustBeEscapedIs() {
        var text = "\u20ac$\u000F\nA'B\"\\\\\"\u007f/\b\t\f\r\u0000\u001f";

        assertThat(HexFormat.of().formatHex(CanonicalBytes.of(Map.of("s", text))))
                .isEqualTo(HexFormat.of()
                        .formatHex(("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"\u007f/\\b\\t\\f\\r\\u0000\\u001f\"}")
                                .getBytes(UTF_8)));
    }

    @Test
    void theOrderOfPuttingInChangesNothing() {
        var forth = new LinkedHashMap<String, Object>();
        var back = new LinkedHashMap<String, Object>();
        for (var at = 0; at < 100; at++) {
            forth.put("k" + at, at);
            back.put("k" + (99 - at), 99 - at);
        }

        assertThat(CanonicalBytes.of(forth)).isEqualTo(CanonicalBytes.of(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void aLoneSurrogateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(Map.of("s", text)));
    }

    @Test
    void aNumberThatAReaderMightRoundIsRefused() {
        assertThat(CanonicalBytes.text(Map.of("n", 9_007_199_254_740_991L))).isEqualTo("{\"n\":9007199254740991}");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(Map.of("n", 9_007_199_254_740_992L)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(Map.of("n", Long.MIN_VALUE)));
    }

    @Test
    void fractionsAndOtherTypesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(Map.of("n", 1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(Map.of("n", Map.of(1, "x"))));
    }

    @Test
    void nothingIsNotAValue() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("n", null);

        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalBytes.of(tree));
    }
}
