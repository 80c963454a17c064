package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.ReplayFlow;
import org.jianxi.gateway.flow.ReplayScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi replay}: a candidate over the recorded deliveries. Writes nothing; runs beside a running gateway. */
@Command(
        name = "replay",
        description = {
            "用候选的映射、报表定义或日历重做台账里的报送，列出会变的数据、结论和全省合计；只读，网关运行时也可用",
            "what would change if this mapping, return definition or calendar had been in force; reads only, beside a running gateway too"
        },
        footer = {
            "",
            "退出码 Exit codes: 0 没有变化 no difference, 1 有变化 differs, 2 用法 usage, 3 办不成 could not",
            "例 Example:",
            "  ./jianxi replay --mapping candidate/honghe",
            "  ./jianxi replay --form candidate/mohrss-2023.yaml --period 2023-06 --json",
            "  ./jianxi replay --mapping candidate/honghe --jianxi.var=/srv/jianxi"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class ReplayCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CandidateOptions candidate = new CandidateOptions();

    @Option(names = "--period", description = "只看这个月 · only this month, such as 2023-06")
    private Optional<Period> period;

    @Option(names = "--source", paramLabel = "ID", description = "只看这个来源 · only what this source delivered")
    private Optional<String> source;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    ReplayCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (candidate.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "须指明候选 name a candidate: --mapping DIR, --form FILE, --calendar DIR");
        }
        var tried = candidate.read(new OfflineGateway(home));
        var scope = new ReplayScope(period, source.map(this::sourceId));
        var report = json
                ? new ReplayJson(spec.commandLine().getOut(), spec.commandLine().getErr())
                : new ReplayLines(
                        spec.commandLine().getOut(), spec.commandLine().getErr());
        var summary = ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(ReplayFlow.class).run(tried, scope, report));
        report.end(tried, summary);
        return summary.differs() ? ExitCodes.NO : ExitCodes.YES;
    }

    private SourceId sourceId(String written) {
        return SourceId.parse(written)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--source: " + written + " 不是来源 is no source"));
    }
}
