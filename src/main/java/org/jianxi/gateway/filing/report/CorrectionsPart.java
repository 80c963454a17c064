package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.Cause;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;
import org.jianxi.gateway.filing.report.Corrections.Filed;
import org.jianxi.gateway.filing.report.Corrections.Revised;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.TotalChange;

/** How often it was corrected, which cells, and why. */
record CorrectionsPart(YearReport report) {

    private static final Bilingual CELLS = new Bilingual("改动（指标：原数→现数）", "Cells (indicator: before → after)");
    private static final Bilingual WHY = new Bilingual("原因", "Cause");
    private static final Bilingual UNCHANGED = new Bilingual("数据未变", "no figure changed");

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(summary()));
        if (!report.corrections().revised().isEmpty()) {
            blocks.add(revised());
        }
        if (!report.corrections().filed().isEmpty()) {
            blocks.add(filed());
        }
        return blocks;
    }

    private Bilingual summary() {
        var revised = report.corrections().revised();
        var units = revised.stream().map(Revised::unit).distinct().count();
        var cells = revised.stream().mapToInt(one -> one.cells().size()).sum();
        var after = revised.stream().filter(Revised::afterFiling).count();
        var sentBack = revised.stream().filter(one -> one.because().isPresent()).count();
        var filed = report.corrections().filed().size();
        return new Bilingual(
                "全年 %d 个单位重新报送 %d 次，改动 %d 个数；其中省厅退回后重新报送 %d 次，省厅报部以后重新报送 %d 次。向部里更正、补报 %d 次。"
                        .formatted(units, revised.size(), cells, sentBack, after, filed),
                ("In the year %d reporting units sent %d returns again and changed %d figures; %d of them because the office had sent the return back, "
                                + "%d after the province had filed. %d corrections went to the ministry.")
                        .formatted(units, revised.size(), cells, sentBack, after, filed));
    }

    private Grid revised() {
        var columns = List.of(
                Words.text(Words.MONTH, 9),
                Words.text(Words.UNIT, 14),
                Words.number(new Bilingual("版次", "Revision"), 8),
                Words.text(new Bilingual("收到时间", "Received"), 16),
                Words.text(CELLS, 60),
                Words.text(WHY, 30));
        var rows = report.corrections().revised().stream().map(this::revised).toList();
        return new Grid(new Bilingual("各单位的更正", "Returns that units sent again"), columns, rows);
    }

    private Row revised(Revised one) {
        var cells =
                one.cells().stream().map(cell -> Words.change(one.form(), cell)).toList();
        var why = one.because()
                .map(reason -> new Bilingual("省厅退回：" + reason.zh(), "sent back: " + reason.en()))
                .orElse(new Bilingual("单位自行更正", "the unit's own correction"));
        var after = one.afterFiling() ? new Bilingual("（报部以后）", "(after filing)") : Words.NOTHING;
        return new Row(
                List.of(
                        Words.same(one.period().toString()),
                        Words.unit(one.unit()),
                        Words.same(one.revision()),
                        Words.same(Words.moment(one.at(), report.source().zone())),
                        cells.isEmpty() ? UNCHANGED : Words.list(cells),
                        Words.joined(why, after)),
                false);
    }

    private Grid filed() {
        var columns = List.of(
                Words.text(Words.MONTH, 9),
                Words.number(new Bilingual("更正号", "Number"), 8),
                Words.text(new Bilingual("报部时间", "Filed"), 16),
                Words.text(new Bilingual("全省数的改动（指标：原数→现数）", "The province's figures (indicator: before → after)"), 60),
                Words.text(WHY, 30));
        var rows = report.corrections().filed().stream().map(this::filed).toList();
        return new Grid(new Bilingual("向部里的更正、补报", "Corrections that went to the ministry"), columns, rows);
    }

    private Row filed(Filed one) {
        var correction = one.correction();
        var totals = correction.difference().totalChanges().stream()
                .map(total -> total(one.form(), total))
                .toList();
        return new Row(
                List.of(
                        Words.same(correction.difference().period().toString()),
                        Words.same(correction.number()),
                        Words.same(Words.moment(one.at(), report.source().zone())),
                        totals.isEmpty() ? UNCHANGED : Words.list(totals),
                        Words.list(correction.causes().stream().map(this::cause).toList())),
                false);
    }

    private static Bilingual total(ReturnForm form, TotalChange total) {
        var indicator = form.indicator(total.indicator());
        return Words.moved(
                indicator,
                Words.same(indicator.unit().printExact(total.before())),
                Words.same(indicator.unit().printExact(total.after())));
    }

    private Bilingual cause(Cause cause) {
        var name = report.arrivals().stream()
                .flatMap(month -> month.units().stream())
                .map(Arrivals.Arrival::unit)
                .filter(unit -> unit.sender().equals(cause.sender()))
                .findFirst()
                .map(unit -> unit.name())
                .orElse(cause.sender().code());
        var kind = cause.kind();
        return new Bilingual(
                name + kind.zh(), name + ": " + (kind == Cause.Kind.LATE_UNIT ? "came late" : "corrected"));
    }
}
