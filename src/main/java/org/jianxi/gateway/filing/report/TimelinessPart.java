package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.report.Arrivals.Arrival;
import org.jianxi.gateway.filing.report.Arrivals.Standing;
import org.jianxi.gateway.filing.report.Block.Column;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Note;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Row;

/** Who filed when, who was late, and what was recorded of it. */
record TimelinessPart(YearReport report) {

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(new Bilingual(
                "各填报单位应于次月前2个工作日内报送（云人社发〔2023〕18号 四）。共应报 %d 份：按时 %d 份，逾期 %d 份，缺报 %d 份。"
                        .formatted(owed(), count(Standing.IN_TIME), count(Standing.LATE), count(Standing.GAP)),
                ("Each unit files within the first 2 working days of the next month (云人社发〔2023〕18号 四). "
                                + "Of %d returns that were due %d came in time, %d late, and %d are missing.")
                        .formatted(owed(), count(Standing.IN_TIME), count(Standing.LATE), count(Standing.GAP)))));
        blocks.add(arrivals());
        if (report.arrivals().stream().anyMatch(Arrivals::provisional)) {
            blocks.add(new Note(new Bilingual(
                    "部分期限所在年份的放假安排尚未公布，期限为暂定。",
                    "Some deadlines lie in a year without a published schedule of holidays and are provisional.")));
        }
        blocks.addAll(excuses());
        return blocks;
    }

    private long owed() {
        return count(Standing.IN_TIME) + count(Standing.LATE) + count(Standing.GAP);
    }

    private long count(Standing standing) {
        return report.arrivals().stream()
                .flatMap(month -> month.units().stream().map(month::standing))
                .filter(standing::equals)
                .count();
    }

    private Grid arrivals() {
        var columns = new ArrayList<Column>();
        columns.add(Words.text(Words.UNIT, 14));
        for (var month : report.arrivals()) {
            var until = month.day().toString().substring("2023-".length());
            columns.add(Words.text(
                    new Bilingual(
                            Words.month(month.period()).zh() + "（" + until + "止）",
                            month.period() + " (until " + until + ")"),
                    12));
        }
        columns.add(Words.number(new Bilingual("按时", "In time"), 7));
        columns.add(Words.number(new Bilingual("逾期", "Late"), 7));
        columns.add(Words.number(Words.GAP, 7));
        var units = report.arrivals().isEmpty()
                ? 0
                : report.arrivals().getFirst().units().size();
        var rows = IntStream.range(0, units).mapToObj(this::unit).toList();
        var caption = new Bilingual("各单位首次受理的报表收到时间", "When the first accepted return of each month arrived");
        return new Grid(caption, columns, rows);
    }

    private Row unit(int at) {
        var cells = new ArrayList<Bilingual>();
        cells.add(Words.unit(report.arrivals().getFirst().units().get(at).unit()));
        report.arrivals()
                .forEach(month -> cells.add(arrival(month, month.units().get(at))));
        Stream.of(Standing.IN_TIME, Standing.LATE, Standing.GAP)
                .map(standing -> report.arrivals().stream()
                        .filter(month -> month.standing(month.units().get(at)) == standing)
                        .count())
                .forEach(count -> cells.add(Words.same(count)));
        return new Row(cells, false);
    }

    private Bilingual arrival(Arrivals month, Arrival one) {
        var zone = report.source().zone();
        var at = one.at().map(moment -> Words.inYear(moment, zone)).orElse("");
        var excused = one.excuse().isPresent();
        return switch (month.standing(one)) {
            case IN_TIME -> Words.same(at);
            case LATE ->
                new Bilingual(at + (excused ? " 逾期（已说明）" : " 逾期"), at + (excused ? " late (excused)" : " late"));
            case GAP -> excused ? new Bilingual("缺报（已说明）", "gap (excused)") : Words.GAP;
            case NOT_DUE -> Words.NOT_DUE;
        };
    }

    private List<Block> excuses() {
        var rows = report.arrivals().stream()
                .flatMap(month -> month.units().stream().flatMap(one -> excuse(month, one).stream()))
                .toList();
        if (rows.isEmpty()) {
            return List.of(new Note(new Bilingual("全年没有逾期说明。", "No lateness was excused in the year.")));
        }
        var columns = List.of(
                Words.text(Words.MONTH, 10),
                Words.text(Words.UNIT, 14),
                Words.text(new Bilingual("延期受理至", "Awaited until"), 12),
                Words.text(new Bilingual("理由", "Reason"), 22),
                Words.text(new Bilingual("说明", "Words"), 60),
                Words.text(new Bilingual("记录时间", "Recorded"), 16));
        return List.of(new Grid(
                new Bilingual("逾期说明（是否逾期照旧认定）", "Lateness that was excused (it is late all the same)"), columns, rows));
    }

    private Optional<Row> excuse(Arrivals month, Arrival one) {
        return one.excuse().map(excuse -> {
            var exception = excuse.exception();
            return new Row(
                    List.of(
                            Words.same(month.period().toString()),
                            Words.unit(one.unit()),
                            Words.day(exception.until()),
                            excuse.reason(),
                            Words.same(exception.words()),
                            Words.same(
                                    Words.moment(exception.at(), report.source().zone()))),
                    false);
        });
    }
}
