package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.mapping.SampleRun;
import org.jianxi.gateway.validation.Delivered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jianxi mapping run}: maps one file and prints the canonical form. Ends with 1, the findings on standard error, when the
 * file has no whole return in it. The records of a dataset are printed as they come, with the findings behind them.
 */
@Command(
        name = "run",
        description = "映射一个文件 · map one file and print the canonical form",
        footer = {"", "例 Example:", "  ./jianxi mapping run mappings/honghe 2023-06-honghe.in.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class MappingRunCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "来源的文件夹 · the source's folder")
    private Path folder;

    @Parameters(index = "1", paramLabel = "SAMPLE", description = "要映射的文件 · the file to map")
    private Path file;

    @Option(names = "--sender", paramLabel = "CODE", description = "随文件所报的填报单位 · the sender it is delivered for")
    private Optional<Sender> sender;

    @Option(names = "--period", description = "随文件所报的月份 · the month it is delivered for")
    private Optional<Period> period;

    @Option(names = "--dataset", defaultValue = "monthly-return", description = "数据集 · dataset: ${DEFAULT-VALUE}")
    private String dataset;

    @Option(names = "--json", description = "没有报表时也输出 JSON · findings as JSON where there is no return")
    private boolean json;

    MappingRunCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var gateway = new OfflineGateway(home);
        var mapping = gateway.mapping(folder, dataset)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), folder + " 里没有 has no " + dataset + ".yaml"));
        var sample = new MappingFolder(folder).sample(file);
        var known = MappingFolder.deliveryOf(sample);
        var delivered = new Delivered(sender.or(known::sender), period.or(known::period));
        if (mapping.isOfRecords()) {
            var err = spec.commandLine().getErr();
            var printed = new RecordsPrinted(spec.commandLine().getOut(), err, dataset);
            gateway.readRecords(mapping, sample, gateway.context(sample, delivered, Optional.of(folder)), printed);
            return printed.end() ? ExitCodes.YES : ExitCodes.NO;
        }
        var mapped = gateway.read(Optional.of(mapping), InputFile.read(sample), delivered);
        var output = new Output(spec.commandLine());
        var canonical = SampleRun.canonical(mapping, mapped);
        output.remarks(mapped.findings());
        if (canonical.isPresent()) {
            output.text(CanonicalJson.write(canonical.get()));
            return ExitCodes.YES;
        }
        if (json) {
            output.text(CanonicalJson.write(FindingJson.list(mapped.findings())));
        }
        return ExitCodes.NO;
    }
}
