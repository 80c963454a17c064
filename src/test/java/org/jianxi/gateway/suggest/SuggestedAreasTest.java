package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.Mapper;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns that state the counties of a prefecture: the total is the return, and no county is taken for its prefecture. */
class SuggestedAreasTest {

    private static final Path HOME = Path.of("");
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);
    private static final UnitNames UNITS = new UnitNames(Divisions.reportingUnits(HOME));
    private static final String HEADER =
            "县市,本期末实有见习单位总数,其中：本期新增见习单位数量,本期末实有见习岗位总数,其中：本期新增见习岗位数量,本期计划组织见习人数,本期实际到岗人数,到岗高校毕业生人数,本期完成见习人数,留用人数,留用高校毕业生人数,其他方式就业人数,本期非正常结束见习人数,本期末在岗见习人数,补贴资金（万元）\n";
    private static final String COUNTIES =
            "楚雄市,200,九,900,27,63,55,49,33,10,7,18,1,191,77.57\n双柏县,94,十八,647,75,150,117,92,79,30,18,17,8,422,232.50\n";
    private static final String ALL = ",294,二十七,\"1,547\",102,２１３,172人,141,112,40,25,35,9,613,310.07\n";

    @ParameterizedTest
    @ValueSource(strings = {"楚雄市", "大理市", "文山市", "芒市", "景洪市", "蒙自市", "个旧市"})
    void aCityOfAPrefectureIsNoNameForThePrefecture(String county) {
        assertThat(UNITS.find(county)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"楚雄彝族自治州, 532300", "大理州人社局, 532900", "昆明市人力资源局, 530100", "文山州, 532600"})
    void aLongerNameOfAPrefectureIs(String name, String code) {
        assertThat(UNITS.find(name)).map(Sender::code).contains(code);
    }

    @Test
    void aStemAmongCountiesNamesNoSender() {
        assertThat(UNITS.areIn(List.of("楚雄", "双柏", "牟定"))).isFalse();
        assertThat(UNITS.areIn(List.of("楚雄州", "双柏县", "牟定县"))).isTrue();
        assertThat(UNITS.areIn(List.of("楚雄", "大理"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"全州合计", "本州合计", "全州", "楚雄州合计", "全州汇总", "合计"})
    void theRowOfAllCountiesIsTheReturnThoughItStandsFirst(String total) throws Exception {
        var content = HEADER + total + ALL + COUNTIES;

        var draft = draft(content);

        assertThat(draft).contains("row: {total: " + total + ", in: 县市}", "sender: from-delivery");
        assertThat(draft).contains("2: {from: '其中:本期新增见习单位数量', numbers: chinese}");
        assertThat(figure(draft, content, 1)).contains("294");
        assertThat(figure(draft, content, 2)).contains("27");
        assertThat(figure(draft, content, 6)).contains("172");
    }

    @Test
    void aSubtotalIsNotTheTotal() throws Exception {
        var content = HEADER + COUNTIES + "小计" + ALL + "全州合计" + ALL;

        assertThat(draft(content)).contains("row: {total: 全州合计, in: 县市}");
    }

    private static String draft(String csv) throws Exception {
        return Suggester.open(HOME)
                .suggest(
                        new Suggester.OfReturn(
                                "draft", FORMS.find("MOHRSS-2023").orElseThrow()),
                        MediaType.CSV,
                        csv.getBytes(StandardCharsets.UTF_8))
                .draft();
    }

    /** As the draft reads it for 楚雄州. */
    private static Optional<String> figure(String draft, String csv, int number) {
        var context = new MappingContext(
                MediaType.CSV,
                Optional.of(Period.of("2024-05")),
                Sender.parse("532300"),
                Divisions.reportingUnits(HOME));
        var mapped = new Mapper()
                .map(
                        new MappingDrafts(HOME, FORMS, Sm3::of).read(draft),
                        csv.getBytes(StandardCharsets.UTF_8),
                        context);
        return mapped instanceof Mapped.Read read
                ? read.draft().figures().find(number).map(Object::toString)
                : Optional.of(mapped.findings().stream()
                        .map(Finding::toString)
                        .toList()
                        .toString());
    }
}
