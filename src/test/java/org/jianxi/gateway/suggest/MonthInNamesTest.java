package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of sheets and columns that carry the month of the sample. */
class MonthInNamesTest {

    @ParameterizedTest
    @CsvSource({
        "3月, {M}月",
        "03月, {MM}月",
        "见习人员花名册3月, 见习人员花名册{M}月",
        "2023年3月, {yyyy}年{M}月",
        "2023年03月月报, {yyyy}年{MM}月月报",
        "202303, {yyyy}{MM}",
        "月报2023-03, 月报{yyyy}-{MM}",
        "2023.3, {yyyy}.{M}",
        "1-3月补贴, 1-{M}月补贴",
        "3月到岗人数, {M}月到岗人数",
        "13月, 13月",
        "4月, 4月",
        "见习月报, 见习月报",
        "530300, 530300"
    })
    void theMonthIsLeftOpenAndNothingElseIs(String name, String open) {
        assertThat(MonthInNames.open(name, 3)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04 2023-05, {yyyy}-{MM}",
        "2023-10 2023-11, {yyyy}-{MM}",
        "202310 202311, {yyyy}{MM}",
        "9月 10月, {M}月",
        "2023年9月 2023年12月, {yyyy}年{M}月",
        "5月 5月, ''",
        "5月 合计, ''",
        "5月, ''"
    })
    void rowsOfMonthsAreToldBySayingOneEach(String said, String open) {
        assertThat(MonthInNames.ofRows(List.of(said.split(" "))).orElse("")).isEqualTo(open);
    }
}
