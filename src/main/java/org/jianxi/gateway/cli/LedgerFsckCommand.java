package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.flow.LedgerInspection;
import org.jianxi.gateway.flow.LedgerInspection.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi ledger fsck}: every row of the ledger against every other; the first one that is wrong is named. */
@Command(
        name = "fsck",
        description = {
            "全面核对台账，指出第一处错误；只读，网关运行时也可用",
            "check the whole ledger and name the first row that is wrong; reads only, beside a running gateway too"
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

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    LedgerFsckCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var found = ClosedHouse.in(home, settings).inspect(this::tell);
        var output = new Output(spec.commandLine());
        if (json) {
            output.json(document(found));
        } else {
            found.breach()
                    .ifPresentOrElse(
                            breach -> output.complaint(breach.message()),
                            () -> spec.commandLine()
                                    .getOut()
                                    .println("台账完好，共 %d 条，%d 个检查点 · the ledger is whole: %d entries, %d checkpoints"
                                            .formatted(
                                                    found.entries(),
                                                    found.checkpoints(),
                                                    found.entries(),
                                                    found.checkpoints())));
        }
        return found.breach().isEmpty() ? ExitCodes.YES : ExitCodes.NO;
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
        document.put("failure", found.breach().map(LedgerInspection::document).orElse(null));
        return document;
    }
}
