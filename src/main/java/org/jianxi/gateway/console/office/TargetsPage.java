package org.jianxi.gateway.console.office;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.rollup.TargetProgress;
import org.jianxi.gateway.rollup.TargetProgress.OfUnit;
import org.jianxi.gateway.rollup.TargetProgress.Reached;

/**
 * The year's progress as the office reads it, and as it passes it on.
 *
 * @param circular the ranking as text to be copied into a notice to the senders (通报); Chinese, as the notice is
 */
public record TargetsPage(TargetProgress progress, String circular) {

    static TargetsPage of(TargetProgress progress) {
        var measures = progress.targets().measures();
        var lines = IntStream.range(0, measures.size()).boxed().flatMap(at -> lines(progress, at));
        return new TargetsPage(progress, Stream.concat(lines, missing(progress)).collect(Collectors.joining("\n")));
    }

    private static Stream<String> lines(TargetProgress progress, int at) {
        var title = progress.targets().measures().get(at).title().zh();
        var province = progress.province().get(at);
        var head = "截至%d年%d月底，全省%s %d，完成全年目标 %d 的 %s。各单位完成情况："
                .formatted(
                        progress.through().year(),
                        progress.through().month().getMonthValue(),
                        title,
                        province.done(),
                        province.target(),
                        percent(province));
        var ranked = progress.units().stream()
                .filter(unit -> unit.reached().get(at).rank().isPresent())
                .sorted(Comparator.comparing(
                        unit -> unit.reached().get(at).rank().orElseThrow()))
                .map(unit -> ranked(unit, unit.reached().get(at)));
        return Stream.concat(Stream.of(head), ranked);
    }

    private static String ranked(OfUnit unit, Reached reached) {
        return "第%d名 %s %s（%d / %d）"
                .formatted(
                        reached.rank().orElseThrow(),
                        unit.unit().name(),
                        percent(reached),
                        reached.done(),
                        reached.target());
    }

    private static Stream<String> missing(TargetProgress progress) {
        var units = progress.units().stream()
                .filter(unit -> !unit.missing().isEmpty())
                .map(unit -> unit.unit().name() + " "
                        + unit.missing().stream().map(Object::toString).collect(Collectors.joining("、")))
                .toList();
        return units.isEmpty() ? Stream.empty() : Stream.of("缺报月份未计入：" + String.join("；", units) + "。");
    }

    private static String percent(Reached reached) {
        return reached.percent()
                .map(BigDecimal::toPlainString)
                .map(text -> text + "%")
                .orElse("—");
    }
}
