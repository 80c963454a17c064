package org.jianxi.gateway.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.intake.ConsoleEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;

/** Who plays in the demo: every reporting unit with the system that delivers for it, in the notice's order. */
record DemoCast(List<DemoSender> senders) {

    DemoCast {
        senders = List.copyOf(senders);
    }

    static DemoCast of(Path home, ReportingUnits units, Period period) {
        var sources = SourceRegister.open(home);
        var targets = targets(home);
        return new DemoCast(units.inOrder().stream()
                .map(unit -> sender(unit, sourceOf(unit, sources), targets, period))
                .toList());
    }

    List<DemoSender> through(String source) {
        return senders.stream()
                .filter(sender -> sender.source().value().equals(source))
                .toList();
    }

    DemoSender named(String code) {
        return senders.stream()
                .filter(sender -> sender.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static DemoSender sender(
            ReportingUnit unit, Source source, Map<String, DemoFigures> targets, Period period) {
        var code = unit.sender().code();
        var figures = targets.getOrDefault(code, new DemoFigures(300, 200)).of(period, Integer.parseInt(code));
        return new DemoSender(unit, source.id(), source.entrance(), figures);
    }

    /** Nobody sits at a console in the demo: each unit delivers by its system's door. */
    private static Source sourceOf(ReportingUnit unit, SourceRegister sources) {
        return sources.all().stream()
                .filter(source -> source.active() && source.carries(unit.sender()))
                .filter(source -> !(source.entrance() instanceof ConsoleEntrance))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No source carries " + unit.sender()));
    }

    private static Map<String, DemoFigures> targets(Path home) {
        return Table.read(home.resolve("schemas/codes/targets-2023.csv")).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("area_code", ""),
                        row -> new DemoFigures(
                                Long.parseLong(row.getOrDefault("posts_target", "0")),
                                Long.parseLong(row.getOrDefault("people_target", "0")))));
    }
}
