package org.jianxi.gateway.mapping.notation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.mapping.FieldLanguage;
import org.junit.jupiter.api.Test;

class CheckDigitsTest {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void theStandardsOwnExamplesHold() {
        assertThat(CheckDigits.citizen("11010519491231002")).isEqualTo('X');
        assertThat(CheckDigits.citizen("44052418800101001")).isEqualTo('4');
        assertThat(CheckDigits.credit("91350100M000100Y4")).isEqualTo('3');
    }

    @Property(tries = 300)
    void oneWrongDigitOfAnIdentityNumberIsAlwaysSeen(
            @ForAll("digits") String first,
            @ForAll @IntRange(min = 0, max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var changed = new StringBuilder(first);
        changed.setCharAt(at, (char) ('0' + (first.charAt(at) - '0' + by) % 10));

        assertThat(CheckDigits.citizen(changed.toString())).isNotEqualTo(CheckDigits.citizen(first));
    }

    @Property(tries = 300)
    void oneWrongCharacterOfACreditCodeIsAlwaysSeen(
            @ForAll("credits") String first,
            @ForAll @IntRange(min = 0, max = 16) int at,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        var changed = new StringBuilder(first);
        changed.setCharAt(at, CREDIT.charAt((CREDIT.indexOf(first.charAt(at)) + by) % 31));

        assertThat(CheckDigits.credit(changed.toString())).isNotEqualTo(CheckDigits.credit(first));
    }

    @Property(tries = 200)
    void aCreditCodeWithItsCheckDigitIsRead(@ForAll("credits") String first) {
        var code = first + CheckDigits.credit(first);

        assertThat(FieldLanguage.text("units", "uscc", "", code.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(code);
        assertThat(FieldLanguage.text("units", "uscc", "", first + (code.endsWith("0") ? "1" : "0")))
                .isEqualTo("- F-CREDIT-CODE");
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofLength(17);
    }

    @Provide
    Arbitrary<String> credits() {
        return Arbitraries.strings().withChars(CREDIT).ofLength(17);
    }
}
