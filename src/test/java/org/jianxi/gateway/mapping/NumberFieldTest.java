package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jianxi.gateway.mapping.notation.ChineseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {

    @ParameterizedTest
    @CsvSource({
        "十二,12",
        "十,10",
        "二十,20",
        "一百零五,105",
        "两千,2000",
        "两千零三十,2030",
        "一万,10000",
        "一万零五,10005",
        "三万五千,35000",
        "1.2万,12000",
        "二〇二三,2023",
        "壹仟伍佰,1500",
        "壹仟零伍拾,1050",
        "一亿零二百万,102000000",
        "三点五,3.5",
        "〇,0",
        "三千,3000",
        "5千,5000",
        "一百一十,110"
    })
    void numbersInChineseAreReadExactly(String written, BigDecimal read) {
        assertThat(ChineseNumber.parse(written))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "百", "一百五", "两千三", "一万五", "十百", "一百零", "百一", "一二百", "甲", "一点", "点五", "一百一百", "零零五百", "一千百"})
    void whatMayBeMeantInTwoWaysIsNoNumber(String written) {
        assertThat(ChineseNumber.parse(written)).isEqualTo(Optional.empty());
    }

    @Property(tries = 300)
    void everyNumberBelowTenThousandWrittenInFullIsReadBack(@ForAll @LongRange(min = 1, max = 9_999) long number) {
        assertThat(ChineseNumber.parse(inFull(number))).contains(BigDecimal.valueOf(number));
    }

    private static String inFull(long number) {
        var written = new StringBuilder();
        var zero = false;
        for (long unit = 1_000; unit >= 1; unit /= 10) {
            var digit = (int) (number / unit % 10);
            if (digit == 0) {
                zero = !written.isEmpty();
                continue;
            }
            written.append(zero ? "零" : "").append("零一二三四五六七八九".charAt(digit));
            written.append(unit == 1_000 ? "千" : unit == 100 ? "百" : unit == 10 ? "十" : "");
            zero = false;
        }
        return written.toString();
    }

    @Test
    void chineseNumbersAreReadOnlyWhereTheyWereAgreed() {
        assertThat(FieldLanguage.text("posts", "headcount", "", "十二")).isEqualTo("- F-NUMBER");
        assertThat(FieldLanguage.text("posts", "headcount", "numbers: chinese", "十二人"))
                .isEqualTo("12");
        assertThat(FieldLanguage.text("posts", "headcount", "numbers: chinese", "１２"))
                .isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({
        "元,1500,1500.00",
        "万元,0.15,1500.00",
        "千元,1.5,1500.00",
        "分,150000,1500.00",
        "角,15000,1500.00",
        "元,壹仟伍佰元整,1500.00",
        "元,'1,500.00',1500.00"
    })
    void moneyIsKeptInYuan(String unit, String written, String read) {
        assertThat(FieldLanguage.text("payments", "amountYuan", "numbers: chinese, unit: " + unit, written))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500.005", "-1", "9999999999999", "1,50", "约1500", "50%", "1e9"})
    void moneyThatWouldBeRoundedOrGuessedIsRefused(String written) {
        assertThat(FieldLanguage.text("payments", "amountYuan", "numbers: typed", written))
                .isEqualTo("- F-NUMBER");
    }

    @Test
    void halfAPersonAndAPercentageAreRefusedUnlessAgreed() {
        assertThat(FieldLanguage.field("posts", "headcount", "", "2.5")).isEqualTo("- F-NUMBER");
        assertThat(FieldLanguage.field("posts", "headcount", "", "0")).isEqualTo("- F-NUMBER");
        assertThat(FieldLanguage.field("posts", "headcount", "", "2.0")).isEqualTo("2");
        assertThat(FieldLanguage.text("payments", "months", "", "50%")).isEqualTo("- F-NUMBER");
        assertThat(FieldLanguage.text("payments", "months", "unit: '%'", "50%")).isEqualTo("0.5");
        assertThat(FieldLanguage.field("payments", "months", "", "2.5")).isEqualTo("2.5");
    }

    @Test
    void aBlankIsNoZero() {
        assertThat(FieldLanguage.text("units", "employeeCount", "", "")).isEqualTo("-");
        assertThat(FieldLanguage.text("units", "employeeCount", "blankAs: 0", ""))
                .isEqualTo("0");
        assertThat(FieldLanguage.field("posts", "headcount", "", "null")).isEqualTo("- F-REQUIRED");
    }
}
