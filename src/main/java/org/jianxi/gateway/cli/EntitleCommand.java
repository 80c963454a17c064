package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jianxi.gateway.entitlement.RecordFolder;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.recordfiles.UnusableRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi entitle}: what each unit and month is due of the subsidy, by record files, and where claims and payments say otherwise. */
@Command(
        name = "entitle",
        description =
                "由记录核算见习补贴 · what the subsidy comes to for each unit and month, against claims and payments, offline",
        footer = {
            "",
            "DIR 里有 units.csv placements.csv payments.csv，列名见 docs/datasets.md，日期写作 2023-06-01，月份写作 2023-06。规则在 schemas/entitlements。",
            "DIR holds those files; columns are named as in docs/datasets.md. The rules stand in schemas/entitlements.",
            "例 Example:",
            "  ./jianxi entitle --records june --sender 530100 --period 2023-06",
            "  ./jianxi entitle --records june --sender 530100 --period 2023-06 --compare return.json --trace --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class EntitleCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--records", required = true, paramLabel = "DIR", description = "记录文件夹 · folder of record files")
    private Path records;

    @Option(names = "--sender", required = true, paramLabel = "CODE", description = "填报单位区划代码 · sender's code")
    private Sender sender;

    @Option(names = "--period", required = true, description = "截至月份，如 2023-06 · the last month")
    private Period period;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "规范报表，其指标14与上限比较 · a canonical return whose indicator 14 is held against the ceiling")
    private Optional<Path> compared;

    @Option(
            names = "--trace",
            description = "列出使应拨与已拨不同的记录所在行 · name the lines of the records wherever due and paid differ")
    private boolean traced;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    EntitleCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var gateway = new OfflineGateway(home);
        if (!gateway.units().includes(sender)) {
            throw usage("--sender: " + sender + " 不是填报单位 is no reporting unit");
        }
        var reported = compared.map(gateway::canonicalReturn).map(this::ofThisMonth);
        var datasets = Datasets.load(home.folder());
        var rules = DatedRules.load(home.folder(), datasets);
        try {
            var entitled = new RecordFolder(rules, datasets, sender, period, traced).of(records);
            var answer = new EntitledAnswer(sender, period, rules.in(period), entitled, reported);
            print(answer);
            return answer.isWithoutQuestion() ? ExitCodes.YES : ExitCodes.NO;
        } catch (UnusableRecords unusable) {
            return new RefusedRecords(sender, period, unusable).tell(new Output(spec.commandLine()), json);
        }
    }

    private long ofThisMonth(MonthlyReturn reported) {
        if (!reported.sender().equals(sender) || !reported.period().equals(period)) {
            throw usage("--compare: 应是 should be " + sender + " " + period + ", 不是 not " + reported.sender() + " "
                    + reported.period());
        }
        return reported.figures().find(EntitledAnswer.PAID_THIS_YEAR).orElse(0L);
    }

    private void print(EntitledAnswer answer) {
        var output = new Output(spec.commandLine());
        answer.notes().forEach(output::complaint);
        if (json) {
            output.json(answer.document());
        } else {
            answer.lines().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
