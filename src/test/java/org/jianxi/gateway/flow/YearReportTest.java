package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.ReportedYear.JANUARY_AFTER;
import static org.jianxi.gateway.flow.ReportedYear.month;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.report.ReportDocx;
import org.jianxi.gateway.sandbox.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report that goes with the December cycle (人社部发〔2023〕27号, 云人社发〔2023〕18号), drafted from half a year of two senders; what the officer
 * gets is read back from the document.
 */
class YearReportTest {

    private static final String PROVINCE = "云南省分月数据";
    private static final String YEARS = "各单位全年数据";

    @TempDir
    Path folder;

    private ReportedYear year;

    @BeforeEach
    void halfAYearIsIn() {
        year = new ReportedYear(folder);
    }

    /** Each is computed again, from the rows of the ledger and in decimals. */
    @Test
    void everyFigureOfTheDocumentIsTheLedgers() throws IOException {
        year.push("530100", 6, 7);
        var stored = year.stored();
        var read = ReportRead.of(year.inJuly());
        var kunming = read.table("昆明市分月数据");
        var province = read.table(PROVINCE);

        for (var indicator = 1; indicator <= 14; indicator++) {
            for (var month = 1; month <= 6; month++) {
                var rows = stored.get(month(month));
                assertThat(kunming.get(indicator).get(month))
                        .isEqualTo(printed(indicator, ReportedYear.sum(rows, Optional.of("530100"), indicator)));
                assertThat(province.get(indicator).get(month))
                        .as("indicator %d of month %d", indicator, month)
                        .isEqualTo(printed(indicator, ReportedYear.sum(rows, Optional.empty(), indicator)) + "＊");
            }
            var whole = printed(indicator, ReportedYear.year(stored, Optional.empty(), indicator));
            var kunmings = printed(indicator, ReportedYear.year(stored, Optional.of("530100"), indicator));
            assertThat(province.get(indicator).getLast()).isEqualTo(whole + "＊");
            assertThat(read.row(YEARS, "全省").get(indicator)).isEqualTo(whole + "＊");
            assertThat(read.row(YEARS, "昆明市").get(indicator)).isEqualTo(kunmings);
        }
        assertThat(read.row(YEARS, "曲靖市").get(4))
                .as("what is added up lacks March, and says so")
                .isEqualTo(printed(4, ReportedYear.year(stored, Optional.of("530300"), 4)) + "＊");
        assertThat(read.row(YEARS, "曲靖市").get(3)).isEqualTo("5630");
    }

    /** One place after the comma would do for neither: money is summed in fen and rounded once. */
    private static String printed(int indicator, BigDecimal amount) {
        return amount.setScale(indicator == 14 ? 2 : 0, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void aGapIsNamedAndNeverAZeroAndBeforeItsDeadlineNothingIsOne() throws IOException {
        var read = ReportRead.of(year.inJuly());

        assertThat(read.row(YEARS, "玉溪市")).startsWith("玉溪市", "未到期", "缺报").endsWith("1—5月");
        assertThat(read.row(YEARS, "曲靖市")).endsWith("3月");
        assertThat(read.row("曲靖市分月数据", "6 本期实际到岗人数（人）").get(3)).isEqualTo("缺报");
        assertThat(read.texts())
                .anyMatch(text -> text.startsWith("＊2023-03 缺报：曲靖市、") && text.endsWith("未计入，也不作零。"))
                .anyMatch(text -> text.startsWith("没有任何月份报表的单位：玉溪市、"))
                .anyMatch(text -> text.startsWith("＊2023-06 尚未到期，未报：玉溪市、"))
                .anyMatch(text -> text.equals("本年度尚未结束，以下只到 2023-06。"));
    }

    @Test
    void afterTheYearTheMonthsWithoutAnyReturnAreGapsOfEverybody() throws IOException {
        var read = ReportRead.of(year.at(JANUARY_AFTER).of(2023).orElseThrow());

        assertThat(read.row(PROVINCE, "13 本期末在岗见习人数（人）"))
                .as("a stock at the end of the year is December's, and nobody filed December")
                .endsWith("缺报", "缺报", "缺报");
        assertThat(read.row(PROVINCE, "4 其中：本期新增见习岗位数量（个）").getLast())
                .isEqualTo(ReportedYear.year(year.stored(), Optional.empty(), 4) + "＊");
        assertThat(read.row("各单位首次受理的报表收到时间", "昆明市")).endsWith("缺报", "6", "0", "6");
        assertThat(read.texts()).noneMatch(text -> text.startsWith("本年度尚未结束"));
        assertThat(read.texts()).anyMatch(text -> text.contains("12月汇总表的期限为 2024-01-08"));
    }

    @Test
    void aYearThatHasNotBegunOrHadNoFormHasNoReport() {
        assertThat(year.at(JANUARY_AFTER).of(2024)).isEmpty();
        assertThat(year.at(JANUARY_AFTER).of(2022)).isEmpty();
    }

    @Test
    void whoFiledLateIsNamedWithWhatWasRecordedOfItAndStaysLate() throws IOException {
        var why = new WrittenReason("system-failure", "专线中断，已报修");
        year.gateway.lateExceptions.record(
                month(5), new Sender("530400"), LocalDate.parse("2023-07-10"), why, "office");
        year.push("530100", 7, 0, Instant.parse("2023-08-10T01:00:00Z"));
        var read = ReportRead.of(year.at(JANUARY_AFTER).of(2023).orElseThrow());

        assertThat(read.row("各单位首次受理的报表收到时间", "昆明市").get(7)).isEqualTo("08-10 09:00 逾期");
        assertThat(read.row("各单位首次受理的报表收到时间", "玉溪市").get(5)).isEqualTo("缺报（已说明）");
        assertThat(read.row("逾期说明（是否逾期照旧认定）", "2023-05"))
                .startsWith("2023-05", "玉溪市", "2023-07-10", "单位业务系统故障", "专线中断，已报修");
        assertThat(read.texts()).anyMatch(text -> text.endsWith("共应报 204 份：按时 11 份，逾期 1 份，缺报 192 份。"));
    }

    @Test
    void everyCorrectionHasItsCellsAndItsCause() throws IOException {
        file();
        var standing = year.gateway.provincial.standing(month(6)).figures();
        var submission = standing.contributions().getFirst().origin().submissionId();
        var why = new WrittenReason("figures-implausible", "第13项与上月相差过大，请核实");
        year.gateway.sendingBack.sendBack(submission, why, "office");
        year.push("530100", 6, 8);
        var pending = ReportRead.of(year.inJuly());
        assertThat(pending.texts()).anyMatch(text -> text.contains("报部以后数据有变化、尚未更正上报：6月"));
        file();
        var read = ReportRead.of(year.inJuly());

        assertThat(read.row("各单位的更正", "2023-06"))
                .containsExactly(
                        "2023-06",
                        "昆明市",
                        "2",
                        "2023-07-01 08:00",
                        "4：426→428；13：3060→3080；14：600.256→600.258",
                        "省厅退回：数据明显不合理（报部以后）");
        assertThat(read.row("向部里的更正、补报", "2023-06"))
                .endsWith("4：952→954；13：7120→7140；14：1200.50706→1200.50906", "昆明市更正");
        assertThat(read.texts())
                .anyMatch(text -> text.equals("全年 1 个单位重新报送 1 次，改动 3 个数；其中省厅退回后重新报送 1 次，省厅报部以后重新报送 1 次。向部里更正、补报 1 次。"))
                .noneMatch(text -> text.contains("尚未更正上报"));
    }

    @Test
    void whatTheMinistrySaidStandsBesideEachFiling() throws IOException {
        file();
        var ministry = new Correcting(folder, year.gateway);
        ministry.send(new Behaviour.Normal());
        var read = ReportRead.of(year.at(JANUARY_AFTER).of(2023).orElseThrow());

        assertThat(read.row("省厅报部情况", "2023-06"))
                .startsWith("2023-06", "2023-07-07", "月报", "2023-07-03 09:00", "部里已回执")
                .last()
                .asString()
                .contains("2023-07-03 09:00");
        assertThat(read.row("省厅报部情况", "2023-05")).containsExactly("2023-05", "2023-06-07", "", "", "未报部", "");
        assertThat(read.texts()).anyMatch(text -> text.endsWith("按时 1 个月，逾期 0 个月，未报部 10 个月。"));
    }

    @Test
    void theRankingIsTheTargetsWithOneRankForEqualShares() throws IOException {
        var report = year.inJuly();
        var read = ReportRead.of(report);
        var posts = report.targets().orElseThrow().units().getFirst().reached().getFirst();

        var ranking = read.table("募集见习岗位完成情况通报");
        assertThat(ranking).hasSize(19);
        assertThat(ranking.get(1)).startsWith("曲靖市", "1");
        assertThat(ranking.get(2))
                .containsExactly(
                        "昆明市",
                        "2",
                        Long.toString(posts.done()),
                        "8500",
                        posts.percent().orElseThrow().toPlainString() + "%");
        assertThat(ranking.subList(3, 18))
                .allMatch(row -> row.get(1).equals("3") && row.get(2).equals("缺报"));
        assertThat(ranking.getLast().get(2)).as("others have not filed").endsWith("＊");
        assertThat(BigDecimal.valueOf(posts.done()))
                .isEqualByComparingTo(ReportedYear.year(year.stored(), Optional.of("530100"), 4));
    }

    @Test
    void whereNobodyFiledTheProvinceHasAGapAndNobodyARank(@TempDir Path other) throws IOException {
        var nobody = ReportedYear.before(other).at(TestGateway.NOW).of(2023).orElseThrow();
        var ranking = ReportRead.of(nobody).table("募集见习岗位完成情况通报");

        assertThat(ranking.getLast()).startsWith("全省", "", "缺报").endsWith("—");
        assertThat(ranking.subList(1, 18))
                .allMatch(row -> row.get(1).equals("—")
                        && row.get(2).equals("缺报")
                        && row.getLast().equals("—"));
    }

    @Test
    void theOfficersPlacesAreMarkedEachWithALineOfHelp() throws IOException {
        var texts = ReportRead.of(year.inJuly()).texts();

        for (var heading : List.of("七、主要做法与经验", "八、存在的问题", "九、下一年度工作计划")) {
            var at = texts.indexOf(heading);
            assertThat(texts.get(at + 1)).isEqualTo("【待填写】");
            assertThat(texts.get(at + 2)).startsWith("提示：");
        }
        assertThat(texts).anyMatch(text -> text.startsWith("填报单位（盖章）：【待填写】"));
    }

    @Test
    void theDocumentLiesThereToBeLookedAt() throws IOException {
        var look = Files.createDirectories(Path.of("target", "report"));
        var report = year.at(JANUARY_AFTER).of(2023).orElseThrow();

        var written = Files.write(look.resolve("report-2023.docx"), new ReportDocx(report).write());

        assertThat(written).isNotEmptyFile();
    }

    private void file() {
        var june = month(6);
        var gaps = year.gateway.provincial.standing(june).gaps();
        assertThat(year.gateway.monthEnd.approve(june, "officer-a", gaps)).isInstanceOf(Step.Done.class);
        assertThat(year.gateway.monthEnd.file(june, "officer-b")).isInstanceOf(Step.Done.class);
    }
}
