package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;
import org.jianxi.gateway.filing.report.Filings.Answer;
import org.jianxi.gateway.filing.report.Filings.Filing;

/** What the province filed with the ministry, when, and what the ministry said. */
record FilingsPart(YearReport report) {

    List<Block> blocks() {
        var due = report.filings().stream().filter(Filings::over).toList();
        var missing = due.stream().filter(month -> month.filings().isEmpty()).toList();
        var first = due.stream()
                .filter(month -> !month.filings().isEmpty())
                .map(month -> month.filings().getFirst())
                .toList();
        var late = first.stream().filter(Filing::late).count();
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(new Bilingual(
                "省厅应于次月前5个工作日内报部（人社部发〔2023〕27号 四）。已到期 %d 个月：按时 %d 个月，逾期 %d 个月，未报部 %d 个月。"
                        .formatted(due.size(), first.size() - late, late, missing.size()),
                ("The province files within the first 5 working days of the next month (人社部发〔2023〕27号 四). "
                                + "Of %d months that were due %d were filed in time, %d late, and %d were not filed.")
                        .formatted(due.size(), first.size() - late, late, missing.size()))));
        var columns = List.of(
                Words.text(Words.MONTH, 10),
                Words.text(new Bilingual("期限", "Due"), 12),
                Words.text(new Bilingual("报送", "Filing"), 14),
                Words.text(new Bilingual("报部时间", "Filed"), 20),
                Words.text(new Bilingual("状态", "State"), 16),
                Words.text(new Bilingual("部里回执", "The ministry's answer"), 60));
        var rows = report.filings().stream().flatMap(this::month).toList();
        blocks.add(new Grid(new Bilingual("省厅报部情况", "Filings with the ministry"), columns, rows));
        return blocks;
    }

    private Stream<Row> month(Filings month) {
        if (month.filings().isEmpty()) {
            var nothing = month.over() ? new Bilingual("未报部", "not filed") : Words.NOT_DUE;
            return Stream.of(new Row(
                    List.of(
                            Words.same(month.period().toString()),
                            Words.day(month.day()),
                            Words.NOTHING,
                            Words.NOTHING,
                            nothing,
                            Words.NOTHING),
                    false));
        }
        return month.filings().stream().map(one -> filing(month, one));
    }

    private Row filing(Filings month, Filing one) {
        var what = one.correction()
                .map(number -> new Bilingual("第%d号更正".formatted(number), "correction %d".formatted(number)))
                .orElse(new Bilingual("月报", "return"));
        var at = Words.same(Words.moment(one.at(), report.source().zone()));
        var late = one.late() ? new Bilingual("（逾期）", "(late)") : Words.NOTHING;
        return new Row(
                List.of(
                        Words.same(month.period().toString()),
                        Words.day(month.day()),
                        what,
                        Words.joined(at, late),
                        state(one.state()),
                        Words.list(one.answers().stream().map(this::answer).toList())),
                false);
    }

    private static Bilingual state(OutboxState state) {
        return switch (state) {
            case WAITING -> new Bilingual("等待发送", "to be sent");
            case UNCONFIRMED -> new Bilingual("未收到回执", "not acknowledged");
            case ACKNOWLEDGED -> new Bilingual("部里已回执", "acknowledged");
            case REJECTED -> new Bilingual("部里退回", "rejected");
        };
    }

    private Bilingual answer(Answer one) {
        var at = Words.moment(one.receivedAt(), report.source().zone());
        var rejected = one.verdict() == Verdict.REJECTED;
        return new Bilingual(
                one.number() + "，" + at + (rejected ? "，退回" : "") + (one.signed() ? "" : "，人工登记") + reason("，", one),
                one.number() + ", " + at + (rejected ? ", rejected" : "") + (one.signed() ? "" : ", typed in")
                        + reason(", ", one));
    }

    private static String reason(String comma, Answer one) {
        return one.reason().isEmpty() ? "" : comma + one.reason();
    }
}
