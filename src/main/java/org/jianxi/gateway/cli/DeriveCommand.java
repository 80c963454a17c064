package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.commitment.Committing.Committed;
import org.jianxi.gateway.commitment.RestedOn;
import org.jianxi.gateway.derivation.Counted;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derivation;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.recordfiles.UnusableRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi derive}: the figures that follow from record files, offline, and where they differ from a return. */
@Command(
        name = "derive",
        description = "由记录推算报表数据 · the return's figures from the records behind them, offline",
        footer = {
            "",
            "DIR 里有 units.csv posts.csv trainees.csv placements.csv payments.csv，列名见 docs/datasets.md，日期写作 2023-06-01。",
            "DIR holds those files; columns are named as in docs/datasets.md, days written as 2023-06-01.",
            "例 Example:",
            "  ./jianxi derive --records june --sender 530100 --period 2023-06",
            "  ./jianxi derive --records june --sender 530100 --period 2023-06 --compare return.json --trace 8,9 --json",
            "  ./jianxi derive --records june --sender 530100 --period 2023-06 --commit",
            "  ./jianxi derive --records june --sender 530100 --period 2023-06 --prove placements.csv:2"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class DeriveCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--records", required = true, paramLabel = "DIR", description = "记录文件夹 · folder of record files")
    private Path records;

    @Option(names = "--sender", required = true, paramLabel = "CODE", description = "填报单位区划代码 · sender's code")
    private Sender sender;

    @Option(names = "--period", required = true, description = "月份，如 2023-06 · the month")
    private Period period;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "与规范报表比较；有差异时退出码为1 · a canonical return to compare with; ends with 1 where they differ")
    private Optional<Path> compared;

    @Option(
            names = "--trace",
            split = ",",
            paramLabel = "N",
            description = "列出这些指标背后的记录所在行 · name the lines of the records behind these figures")
    private Set<Integer> traced = Set.of();

    @Mixin
    private CommitOptions committing = new CommitOptions();

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    DeriveCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var gateway = new OfflineGateway(home);
        if (!gateway.units().includes(sender)) {
            throw usage("--sender: " + sender + " 不是填报单位 is no reporting unit");
        }
        committing.misnamed().ifPresent(wrong -> {
            throw usage(wrong);
        });
        var reported = compared.map(file -> reported(gateway, file));
        var form = gateway.forms()
                .current(period)
                .orElseThrow(() -> usage("--period: 没有适用的报表 no edition of the return is for " + period));
        var datasets = Datasets.load(home.folder());
        var definitions = Definitions.load(home.folder(), datasets, form.id())
                .orElseThrow(() -> new CannotBeDone(new Bilingual(
                        "schemas/derivations 里没有 " + form.id() + " 的推算定义",
                        "schemas/derivations defines no figures of " + form.id())));
        try {
            var rested = new RestedOn();
            var derived = new Derivation(definitions, datasets, sender, period, traced)
                    .of(records, committing.asked() ? rested : Counted.NOBODY);
            var causes = new DerivedCauses(definitions, datasets, sender, period, records);
            var differences = reported.map(figures -> DerivedDifferences.of(form, figures, derived, causes));
            var counted = new CommitOptions.Counted(sender, period, derived, rested);
            var committed = Optional.of(counted)
                    .filter(any -> committing.asked())
                    .map(all -> committing.of(home.folder(), records, datasets, form.id(), all));
            print(new DerivedAnswer(sender, period, form, derived, differences, committed.map(Committed::commitment)));
            return differences.filter(found -> !found.cells().isEmpty()).isEmpty() ? ExitCodes.YES : ExitCodes.NO;
        } catch (UnusableRecords unusable) {
            return new RefusedRecords(sender, period, unusable).tell(new Output(spec.commandLine()), json);
        }
    }

    private Figures reported(OfflineGateway gateway, Path file) {
        var reported = gateway.canonicalReturn(file);
        if (!reported.sender().equals(sender) || !reported.period().equals(period)) {
            throw usage("--compare: 应是 should be " + sender + " " + period + ", 不是 not " + reported.sender() + " "
                    + reported.period());
        }
        return reported.figures();
    }

    private void print(DerivedAnswer answer) {
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
