package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.validation.Delivered;
import org.jianxi.gateway.validation.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi check}: the verdict the gateway would give, offline. */
@Command(
        name = "check",
        description = "离线校验 · the verdict the gateway would give, offline",
        footer = {
            "",
            "没有 --mapping 时：.json 和 .xml 按规范格式，.xlsx 按官方表格。",
            "Without --mapping: .json and .xml are canonical, .xlsx is the official sheet.",
            "例 Example:",
            "  ./jianxi check 2023-06.xlsx --sender 530100 --dataset monthly-return --period 2023-06",
            "  ./jianxi check data.csv --sender 530400 --dataset monthly-return --period 2023-06 --mapping mappings/yuxi"
                    + " --previous may.json --json",
            "  ./jianxi check 2023-06.xlsx --sender 530100 --dataset monthly-return --period 2023-06 --out checked.xlsx",
            "  ./jianxi check placements.xml --sender 530100 --dataset placements --period 2023-06 --trainees trainees.xml"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class CheckCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "报送的文件 · files as a sender sends them")
    private List<Path> files;

    @Option(names = "--sender", required = true, paramLabel = "CODE", description = "填报单位区划代码 · sender's code")
    private Sender sender;

    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "数据集，如 monthly-return · dataset")
    private String dataset;

    @Option(names = "--period", required = true, description = "月份，如 2023-06 · the month")
    private Period period;

    @Option(names = "--mapping", paramLabel = "DIR", description = "来源的映射文件夹 · the source's mapping folder")
    private Optional<Path> mappingFolder;

    @Option(names = "--previous", paramLabel = "FILE", description = "上月规范报表 · last month's canonical return")
    private Optional<Path> previous;

    @Option(
            names = "--trainees",
            paramLabel = "FILE",
            description = "见习记录所指的见习人员，同样方式读取 · the trainees whom placements name, read the same way")
    private Optional<Path> trainees;

    @Option(
            names = "--out",
            paramLabel = "FILE.xlsx",
            description = "检查结果工作簿：在原表上标出问题 · a workbook of the findings, marked in the file's own cells")
    private Optional<Path> out;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    CheckCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var gateway = new OfflineGateway(home);
        if (!gateway.units().includes(sender)) {
            throw usage("--sender: " + sender + " 不是填报单位 is no reporting unit");
        }
        out.ifPresent(this::checkOut);
        var own = ownMapping(gateway);
        var history = history(gateway);
        var delivered = Delivered.of(sender, period);
        var records = new RecordsChecked(
                gateway, mappingFolder, delivered, spec.commandLine().getErr());
        var known = trainees.map(records::trainees).orElse(KnownTrainees.NONE);
        var verdicts = new LinkedHashMap<Path, Verdict>();
        for (var file : files) {
            verdicts.put(
                    file,
                    records.check(dataset, file, known)
                            .map(Verdict::ofRecords)
                            .orElseGet(() -> figures(gateway, own, file, delivered, history)));
        }
        out.ifPresent(target ->
                verdicts.forEach((file, verdict) -> CheckedFile.of(home, file).write(target, verdict.findings())));
        var terminal = new Output(spec.commandLine());
        if (json) {
            terminal.json(Map.of("results", results(verdicts)));
        } else {
            verdicts.forEach(
                    (file, verdict) -> terminal.verdict(file.toString(), verdict.accepted(), verdict.findings()));
        }
        return verdicts.values().stream().allMatch(Verdict::accepted) ? ExitCodes.YES : ExitCodes.NO;
    }

    private void checkOut(Path target) {
        if (files.size() > 1 || !target.toString().endsWith(".xlsx")) {
            throw usage("--out: 一个文件对一个 one FILE and one .xlsx");
        }
    }

    private record Verdict(boolean accepted, List<Finding> findings) {

        static Verdict ofRecords(RecordsCounted read) {
            return new Verdict(!Finding.anyError(read.findings()), read.findings());
        }
    }

    private Verdict figures(
            OfflineGateway gateway, Optional<MappingFile> own, Path file, Delivered delivered, History history) {
        var input = InputFile.read(file);
        var mapped = gateway.read(gateway.inForce(own, dataset, input.type()), input, delivered);
        var judgement = gateway.judge(mapped, delivered, history);
        return new Verdict(judgement.accepted().isPresent(), judgement.findings());
    }

    private boolean isCanonical(OfflineGateway gateway) {
        return files.stream()
                .allMatch(file -> gateway.batch(dataset, InputFile.typeOf(file)).isPresent());
    }

    private Optional<MappingFile> ownMapping(OfflineGateway gateway) {
        if (mappingFolder.isEmpty() && !dataset.equals(Delivery.MONTHLY_RETURN) && !isCanonical(gateway)) {
            throw usage("--dataset: " + dataset + " 需要 needs --mapping, 或 or " + Delivery.MONTHLY_RETURN);
        }
        var own = mappingFolder.flatMap(folder -> gateway.mapping(folder, dataset));
        if (mappingFolder.isPresent() && own.isEmpty() && !isCanonical(gateway)) {
            throw usage("--dataset: " + mappingFolder.get() + " 里没有 has no " + dataset + ".yaml");
        }
        return own;
    }

    private History history(OfflineGateway gateway) {
        if (previous.isEmpty()) {
            return History.NONE;
        }
        var before = gateway.canonicalReturn(previous.get());
        if (!before.sender().equals(sender) || !before.period().equals(period.previous())) {
            throw usage("--previous: 应是 should be " + sender + " " + period.previous() + ", 不是 not " + before.sender()
                    + " " + before.period());
        }
        return new History(Optional.of(before.figures()), List.of());
    }

    private static List<Map<String, Object>> results(Map<Path, Verdict> verdicts) {
        var results = new ArrayList<Map<String, Object>>();
        verdicts.forEach((file, verdict) -> {
            var result = new LinkedHashMap<String, Object>();
            result.put("file", file.toString());
            result.put("verdict", verdict.accepted() ? "accepted" : "rejected");
            result.put("findings", FindingJson.list(verdict.findings()));
            results.add(result);
        });
        return results;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
