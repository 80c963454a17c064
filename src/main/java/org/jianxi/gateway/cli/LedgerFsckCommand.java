package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.flow.LedgerInspection;
import org.jianxi.gateway.flow.LedgerInspection.Finding;
import org.jianxi.gateway.ledger.VerifiedPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi ledger fsck}: every row of the ledger against every other; the first one that is wrong is named. */
@Command(
        name = "fsck",
        description = {
            "全面核对台账，指出第一处错误；对数据库只读，网关运行时也可用",
            "check the whole ledger and name the first row that is wrong; only reads the database, beside a running gateway too"
        },
        footer = {"", "例 Example:", "  ./jianxi ledger fsck --json", "  ./jianxi ledger fsck --jianxi.var=/srv/jianxi"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class LedgerFsckCommand implements Callable<Integer> {

    private static final long TOLD_EVERY = 10_000;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Option(
            names = "--since-last",
            description = "只核对上次核对无误之后新增的部分 · only what came since the last check that found nothing wrong")
    private boolean sinceLast;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    LedgerFsckCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var house = ClosedHouse.in(home, settings);
        var found = sinceLast ? house.inspectSince(this::tell) : house.inspect(this::tell);
        var output = new Output(spec.commandLine());
        if (json) {
            output.json(document(found));
        } else {
            found.breach()
                    .ifPresentOrElse(
                            breach -> output.complaint(breach.message()),
                            () -> spec.commandLine().getOut().println(whole(found)));
        }
        return found.breach().isEmpty() ? ExitCodes.YES : ExitCodes.NO;
    }

    private static String whole(Finding found) {
        return found.since()
                .map(point ->
                        "第 %d 条之后的部分完好，共 %d 条；上次全面核对：%s · what came after entry %d is whole: %d entries; last full check %s"
                                .formatted(
                                        point.entries(),
                                        found.entries(),
                                        point.fullAt(),
                                        point.entries(),
                                        found.entries(),
                                        point.fullAt()))
                .orElseGet(() -> "台账完好，共 %d 条，%d 个检查点 · the ledger is whole: %d entries, %d checkpoints"
                        .formatted(found.entries(), found.checkpoints(), found.entries(), found.checkpoints()));
    }

    private void tell(long done) {
        if (done % TOLD_EVERY == 0) {
            spec.commandLine().getErr().println("… " + done);
        }
    }

    private static Map<String, Object> document(Finding found) {
        var document = new LinkedHashMap<String, Object>();
        document.put("verdict", found.breach().isEmpty() ? "whole" : "broken");
        document.put("entries", found.entries());
        document.put("checkpoints", found.checkpoints());
        document.put("checkedAfter", found.since().map(VerifiedPoint::entries).orElse(0L));
        document.put(
                "fullCheckAt",
                found.since().map(point -> point.fullAt().toString()).orElse(null));
        document.put("failure", found.breach().map(LedgerInspection::document).orElse(null));
        return document;
    }
}
