package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.mapping.SampleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi mapping test}: runs a source's samples and compares. Ends with 1 when one differs. */
@Command(
        name = "test",
        description = "试样例并比对 · run a source's samples and compare",
        footer = {"", "例 Example:", "  ./jianxi mapping test mappings/honghe --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class MappingTestCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "来源的文件夹 · the source's folder")
    private Path folder;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    MappingTestCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var gateway = new OfflineGateway(home);
        var source = new MappingFolder(folder);
        var samples = new ArrayList<SampleRun.Sample>();
        for (var mapping : source.mappings(gateway)) {
            samples.addAll(gateway.samples().test(mapping, source.samples()));
        }
        var passes = samples.stream().allMatch(SampleRun.Sample::passes);
        if (json) {
            new Output(spec.commandLine()).json(document(samples, passes));
        } else {
            print(samples);
        }
        return passes ? ExitCodes.YES : ExitCodes.NO;
    }

    private Map<String, Object> document(List<SampleRun.Sample> samples, boolean passes) {
        var document = new LinkedHashMap<String, Object>();
        document.put("mapping", folder.toString());
        document.put("verdict", passes ? "passes" : "differs");
        document.put(
                "samples", samples.stream().map(MappingTestCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(SampleRun.Sample sample) {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", sample.file());
        document.put("passes", sample.passes());
        document.put("differences", sample.differences());
        return document;
    }

    private void print(List<SampleRun.Sample> samples) {
        var out = spec.commandLine().getOut();
        for (var sample : samples) {
            out.println(sample.file() + "  " + (sample.passes() ? "相符 as expected" : "不符 differs"));
            sample.differences().forEach(difference -> out.println("  " + difference));
        }
        out.flush();
    }
}
