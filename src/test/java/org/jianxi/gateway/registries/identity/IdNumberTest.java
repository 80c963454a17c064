package org.jianxi.gateway.registries.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.CitizenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    private static final String NUMBER = "11010519491231002X";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "'11010519491231002X",
                "\u201911010519491231002X",
                " 110105 19491231 002X ",
                "\uFF11\uFF11\uFF10\uFF11\uFF10\uFF15\uFF11\uFF19\uFF14\uFF19\uFF11\uFF12\uFF13\uFF11\uFF10\uFF10\uFF12\uFF38",
                "\uFEFF11010519491231\u200B002X",
                "110105\u300019491231002X",
                "110105491231002"
            })
    void oneNumberIsWrittenInManyWays(String written) {
        assertThat(IdNumber.read(written).orElseThrow().citizen().number()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105194912310021",
                "11010519490231002X",
                "11010519491231002\u0425",
                "1.10105194912310E+17",
                "110105\u202E19491231002X",
                "\u0661\u0661\u0660105194912310021",
                "O1010519491231002X",
                "110105490231002",
                "11010519491231002X9",
                "11010519491231002X91",
                "11010519491231002X15",
                "=1+1"
            })
    void whatIsNoNumberIsNotPutRight(String written) {
        assertThat(IdNumber.read(written)).isEmpty();
    }

    @Test
    void centenariansHadTheirOwnEndingsInTheOldNumbers() {
        assertThat(IdNumber.read("110105120231997")).isEmpty();
        assertThat(IdNumber.read("110105991231997").orElseThrow().citizen().number())
                .startsWith("11010518991231997");
    }

    @Test
    void aDisabilityCertificateNamesItsCitizenKindAndLevel() {
        var read = IdNumber.read(NUMBER.toLowerCase(Locale.ROOT) + "43").orElseThrow();

        assertThat(read.citizen().number()).isEqualTo(NUMBER);
        assertThat(read.certificate().orElseThrow().words()).isEqualTo("肢体残疾三级");
        assertThat(IdNumber.read(NUMBER + "43B2").orElseThrow().certificate()).isEqualTo(read.certificate());
    }

    @Test
    void printingANumberShowsNoPerson() {
        assertThat(IdNumber.read(NUMBER).orElseThrow().toString()).doesNotContain("1949");
    }

    /** The judgement on bytes, made for tens of millions of rows, is the careful one's. */
    @Property(tries = 3000)
    void theQuickJudgementAgreesWithTheCarefulOne(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(3) String middle, @ForAll("days") String day) {
        var first17 = "530102" + day + middle;
        var number = first17 + CheckDigits.citizen(first17);
        var bytes = number.getBytes(StandardCharsets.US_ASCII);
        var packed = PackedId.of(bytes, 0, bytes.length);

        assertThat(packed != PackedId.NONE).isEqualTo(CitizenId.find(number).isPresent());
        CitizenId.find(number).ifPresent(one -> assertThat(packed).isEqualTo(PackedId.read(one.number())));
        bytes[17] = (byte) (bytes[17] == '1' ? '2' : '1');
        assertThat(PackedId.of(bytes, 0, bytes.length)).isEqualTo(PackedId.NONE);
    }

    @Test
    void theQuickJudgementOfAnyByteInAnyPlaceIsTheCarefulOnes() {
        for (var place = 0; place < NUMBER.length(); place++) {
            for (var one = 0; one < 256; one++) {
                var bytes = NUMBER.getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) one;
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                var careful = CitizenId.find(text.endsWith("x") ? text.substring(0, place) + "X" : text);

                assertThat(PackedId.of(bytes, 0, bytes.length) != PackedId.NONE)
                        .as("byte %d at %d", one, place)
                        .isEqualTo(careful.isPresent());
            }
        }
    }

    @Provide
    static Arbitrary<String> days() {
        var years = Arbitraries.of(1900, 1999, 2000, 2003, 2004, 2100);
        var months = Arbitraries.integers().between(0, 13);
        var days = Arbitraries.integers().between(0, 32);
        return Combinators.combine(years, months, days)
                .as((year, month, day) -> "%04d%02d%02d".formatted(year, month, day));
    }
}
