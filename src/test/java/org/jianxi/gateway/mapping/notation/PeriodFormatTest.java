package org.jianxi.gateway.mapping.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jianxi.gateway.canonical.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The month of a return, found among the words of a title. */
class PeriodFormatTest {

    @ParameterizedTest
    @CsvSource({
        "楚雄州就业见习月报（2024年5月）,2024-05",
        "楚雄州就业见习月报（二〇二四年五月）,2024-05",
        "二○二三年十二月报表,2023-12",
        "'2024 年 10 月 填报时间：2024年11月3日',2024-10",
        "（二〇二四年五月） 填报时间：2024年6月3日,2024-05",
        "填报时间：二〇二四年六月三日 报告期二〇二四年五月,2024-05",
        "2024年5月3家单位,2024-05",
    })
    void aTitleNamesTheMonthWhateverDayItWasFiledOn(String title, String month) {
        assertThat(PeriodFormat.CHINESE.in(title))
                .containsExactly(Period.parse(month).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"填报时间：2024年6月3日", "2024年6月30 日制表", "二〇二四年六月三十日", "2024年13月", "二〇二四年二十月", "五月"})
    void aDayOrNoMonthAtAllNamesNone(String text) {
        assertThat(PeriodFormat.CHINESE.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource("2024年5月与2024年4月比较")
    void twoMonthsAreBothNamed(String text) {
        assertThat(PeriodFormat.CHINESE.in(text)).hasSize(2);
    }
}
