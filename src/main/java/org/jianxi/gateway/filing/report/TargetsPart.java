package org.jianxi.gateway.filing.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Note;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;
import org.jianxi.gateway.rollup.TargetProgress;
import org.jianxi.gateway.rollup.TargetProgress.OfUnit;
import org.jianxi.gateway.rollup.TargetProgress.Reached;

/** How far the year's targets were met, and the ranking (annex 1 of the provincial notice). */
record TargetsPart(YearReport report) {

    private static final Bilingual DONE = new Bilingual("全年完成", "Done");
    private static final Bilingual TARGET = new Bilingual("全年目标", "Target");
    private static final Bilingual SHARE = new Bilingual("完成率", "Share");
    private static final Bilingual RANK = new Bilingual("名次", "Rank");

    List<Block> blocks() {
        return report.targets()
                .map(this::blocks)
                .orElseGet(() -> List.of(new Paragraph(new Bilingual(
                        "没有 %d 年的目标：未取得该年的任务分解表。".formatted(report.year()),
                        "There are no targets for %d: no annex with them is known.".formatted(report.year())))));
    }

    private List<Block> blocks(TargetProgress progress) {
        var blocks = new ArrayList<Block>();
        var notice = progress.targets().notice();
        blocks.add(new Paragraph(new Bilingual(
                "目标出自" + notice + "；完成数为各月已受理报表相加，缺报月份不计入。完成率相同者名次相同，其后名次顺延。",
                "The targets are those of " + notice
                        + "; what is done adds up the accepted returns, and a month without one counts nothing. "
                        + "Equal shares have one rank, and the next is left out.")));
        IntStream.range(0, progress.targets().measures().size()).forEach(at -> blocks.add(ranking(progress, at)));
        var missing = progress.units().stream()
                .filter(unit -> !unit.missing().isEmpty())
                .map(unit -> Words.joined(Words.unit(unit.unit()), Words.months(unit.missing())))
                .toList();
        if (!missing.isEmpty()) {
            var list = Words.list(missing);
            blocks.add(new Note(
                    new Bilingual("未计入的缺报月份：" + list.zh() + "。", "Months without a return: " + list.en() + ".")));
        }
        return blocks;
    }

    private static Grid ranking(TargetProgress progress, int at) {
        var title = progress.targets().measures().get(at).title();
        var columns = List.of(
                Words.text(Words.UNIT, 30),
                Words.number(RANK, 10),
                Words.number(DONE, 20),
                Words.number(TARGET, 20),
                Words.number(SHARE, 20));
        var ranked = progress.units().stream()
                .sorted(Comparator.comparing(
                        unit -> unit.reached().get(at).rank().orElse(Integer.MAX_VALUE)))
                .map(unit -> unit(progress, unit, at));
        var whole = progress.province().get(at);
        var province = row(Words.PROVINCE, Words.NOTHING, done(everybody(progress), whole), whole, true);
        return new Grid(
                new Bilingual(title.zh() + "完成情况通报", title.en() + ", ranked"),
                columns,
                Stream.concat(ranked, Stream.of(province)).toList());
    }

    private static Row unit(TargetProgress progress, OfUnit unit, int at) {
        var reached = unit.reached().get(at);
        var nobody = everybody(progress) == Filed.NOTHING;
        var rank = reached.rank().filter(known -> !nobody).map(Words::same).orElse(Words.same("—"));
        return row(Words.unit(unit.unit()), rank, done(filed(progress, unit), reached), reached, false);
    }

    /** How many of the months are there. */
    private enum Filed {
        NOTHING,
        SOME,
        ALL
    }

    private static Filed filed(TargetProgress progress, OfUnit unit) {
        if (unit.missing().isEmpty()) {
            return Filed.ALL;
        }
        return unit.missing().size() == progress.through().month().getMonthValue() ? Filed.NOTHING : Filed.SOME;
    }

    /** Of the province: nothing where no unit filed any month, all where every unit filed every month. */
    private static Filed everybody(TargetProgress progress) {
        var units = progress.units().stream().map(unit -> filed(progress, unit)).collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : Filed.SOME;
    }

    /** Nothing that was never said is called a zero. */
    private static Bilingual done(Filed filed, Reached reached) {
        return switch (filed) {
            case NOTHING -> Words.GAP;
            case SOME -> Words.same(reached.done() + FiguresPart.INCOMPLETE);
            case ALL -> Words.same(reached.done());
        };
    }

    private static Row row(Bilingual name, Bilingual rank, Bilingual done, Reached reached, boolean total) {
        var share = reached.percent()
                .filter(known -> !done.equals(Words.GAP))
                .map(BigDecimal::toPlainString)
                .map(text -> text + "%")
                .orElse("—");
        return new Row(List.of(name, rank, done, Words.same(reached.target()), Words.same(share)), total);
    }
}
