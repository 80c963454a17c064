package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;
import org.jianxi.gateway.filing.report.YearReport.Explained;
import org.jianxi.gateway.filing.report.YearReport.Reminded;

/** Reminders (催报) and explanations (说明). */
record TalkPart(YearReport report) {

    List<Block> blocks() {
        var reminded =
                report.talk().reminded().stream().filter(one -> one.all() > 0).toList();
        var explained = report.talk().explained();
        var blocks = new ArrayList<Block>();
        var reminders = reminded.stream().mapToLong(Reminded::all).sum();
        var times = explained.stream().mapToLong(Explained::times).sum();
        blocks.add(new Paragraph(new Bilingual(
                "全年催报 %d 次，涉及 %d 个单位；各单位对提示作出说明 %d 条。".formatted(reminders, reminded.size(), times),
                "%d reminders went to %d reporting units in the year; units explained %d warnings."
                        .formatted(reminders, reminded.size(), times))));
        if (!reminded.isEmpty()) {
            blocks.add(reminders(reminded));
        }
        if (!explained.isEmpty()) {
            blocks.add(explanations(explained));
        }
        return blocks;
    }

    private static Grid reminders(List<Reminded> reminded) {
        var columns = List.of(
                Words.text(Words.UNIT, 30),
                Words.number(new Bilingual("系统通知", "To systems"), 20),
                Words.number(new Bilingual("邮件", "By mail"), 20),
                Words.number(new Bilingual("电话", "By telephone"), 20));
        var rows = reminded.stream()
                .map(one -> new Row(
                        List.of(
                                Words.unit(one.unit()),
                                Words.same(one.systems()),
                                Words.same(one.mails()),
                                Words.same(one.calls())),
                        false))
                .toList();
        return new Grid(new Bilingual("催报次数", "Reminders"), columns, rows);
    }

    private static Grid explanations(List<Explained> explained) {
        var columns = List.of(
                Words.text(new Bilingual("规则", "Rule"), 30),
                Words.number(new Bilingual("说明条数", "Explanations"), 20),
                Words.number(new Bilingual("涉及单位", "Reporting units"), 20));
        var rows = explained.stream()
                .map(one -> new Row(
                        List.of(Words.same(one.rule()), Words.same(one.times()), Words.same(one.units())), false))
                .toList();
        return new Grid(new Bilingual("对提示的说明", "Warnings that were explained"), columns, rows);
    }
}
