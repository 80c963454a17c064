package org.jianxi.gateway.mapping.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "118|118",
                "118人|118",
                "１２|12",
                "１．５|1.5",
                "1,234|1234",
                "12,345,678.90|12345678.90",
                "' 7 '|7",
                "'7\u3000'|7",
                "\u200B7\uFEFF|7",
                "-0|0",
                "007|7",
                "1,234人|1234",
                "'9 名'|9"
            })
    void whatPeopleTypeIsReadExactly(String text, BigDecimal value) {
        assertThat(NumberText.read(text, NumberStyle.TYPED, List.of("人", "名"))).isEqualTo(new NumberText.Read(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "—", "——", "/", "／", "-", "－", "无", "\u200B"})
    void whatPeopleTypeForNothingIsBlankAndNeverZero(String text) {
        assertThat(NumberText.read(text, NumberStyle.TYPED, List.of())).isEqualTo(new NumberText.Blank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "十二",
                "1，200",
                "12,34",
                "1,2345",
                "1.2.3",
                "1e3",
                "٣",
                "²",
                "−5",
                "+5",
                "0x1F",
                "5 0",
                "人",
                "118人左右",
                "118台",
                "1/2",
                "50%",
                "=1+1",
                "１e３",
                "12\u202E34",
                "NaN",
                "1.",
                ".5",
                "99999999999999999999999999999999999999999"
            })
    void whatIsNotCertainlyANumberIsRefused(String text) {
        assertThat(NumberText.read(text, NumberStyle.TYPED, List.of("人"))).isEqualTo(new NumberText.NotANumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "１２", "118人", "—", "/", "1，2"})
    void aProgramIsHeldToPlainDigits(String text) {
        assertThat(NumberText.read(text, NumberStyle.PLAIN, List.of("人"))).isEqualTo(new NumberText.NotANumber());
    }
}
