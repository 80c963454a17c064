package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Promotions;
import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.flow.ReplayFlow;
import org.jianxi.gateway.flow.ReplayScope;
import org.jianxi.gateway.flow.ReplaySummary;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi mapping promote}: puts a candidate into force when its samples pass and its replay is clean or signed off. */
@Command(
        name = "promote",
        description = {
            "样例相符、回放无差异（或差异经签字）后启用候选映射；运行中的网关随即采用",
            "puts a candidate into force when its samples pass and its replay is clean, or its difference signed off"
        },
        footer = {
            "",
            "退出码 Exit codes: 0 已启用 in force, 1 未启用 refused, 2 用法 usage, 3 办不成 could not",
            "例 Example:",
            "  ./jianxi mapping promote candidate/honghe --by 数据科",
            "  ./jianxi mapping promote candidate/honghe --sign-off '第12项原取错列' --by 数据科",
            "  ./jianxi mapping promote mappings/honghe --undo --by 数据科"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class MappingPromoteCommand implements Callable<Integer> {

    private static final int LONGEST = 500;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "候选的文件夹，撤回时为来源的文件夹 · the candidate's folder, or the source's with --undo")
    private Path folder;

    @Option(names = "--sign-off", paramLabel = "REASON", description = "差异可以接受的理由 · why a difference may stand")
    private Optional<String> signOff;

    @Option(names = "--by", paramLabel = "ROLE", description = "由何部门或岗位 · which office or role, no person's name")
    private Optional<String> by;

    @Option(
            names = "--json",
            description = "一份 JSON；回放的明细写到标准错误 · one JSON document; the replay's details go to standard error")
    private boolean json;

    @Option(names = "--undo", description = "恢复上一版 · put the previous version back")
    private boolean undo;

    @Option(
            names = "--dataset",
            defaultValue = Delivery.MONTHLY_RETURN,
            description = "撤回哪个数据集 · which dataset to undo: ${DEFAULT-VALUE}")
    private String dataset;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    MappingPromoteCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (by.isEmpty() && (undo || signOff.isPresent())) {
            throw usage("须指明 name --by ROLE");
        }
        if (signOff.orElse("").length() > LONGEST || by.orElse("").length() > LONGEST) {
            throw usage("最多 " + LONGEST + " 字 characters at most");
        }
        return undo ? undo() : promote();
    }

    private int promote() {
        var gateway = new OfflineGateway(home);
        var candidate = new MappingFolder(folder);
        var mappings = candidate.mappings(gateway);
        var source = mappings.getFirst().source();
        var inForce = inForce(source);
        if (inForce.folder()
                .toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize())) {
            throw usage(folder + " 就是现行的映射 is what is in force; name a candidate");
        }
        var answer = answer();
        for (var mapping : mappings) {
            if (!mapping.source().equals(source)) {
                throw usage(folder + " 里有不同来源的映射 holds mappings of several sources");
            }
            for (var sample : gateway.samples().test(mapping, candidate.samples())) {
                if (!sample.passes()) {
                    sample.differences().forEach(spec.commandLine().getErr()::println);
                    return answer.refused(new Bilingual(
                            sample.file() + " 与预期不符，未启用",
                            sample.file() + " differs from what is expected; not promoted"));
                }
            }
        }
        var changes = mappings.stream()
                .map(mapping -> new Promotions.Change(
                        source + "/" + mapping.dataset(),
                        inForce.find(mapping.dataset() + ".yaml"),
                        Optional.of(candidate.bytes(mapping))))
                .toList();
        return ClosedHouse.in(home, settings)
                .ask(house -> replayed(house, candidate.replay(gateway), inForce, changes));
    }

    private int replayed(
            ApplicationContext house,
            ReplayCandidate replay,
            MappingsInForce inForce,
            List<Promotions.Change> changes) {
        var err = spec.commandLine().getErr();
        var lines = new ReplayLines(json ? err : spec.commandLine().getOut(), err);
        var summary = house.getBean(ReplayFlow.class).run(replay, ReplayScope.EVERYTHING, lines);
        lines.end(replay, summary);
        if (!summary.isClean() && signOff.isEmpty()) {
            return answer().replayed(summary)
                    .refused(
                            new Bilingual(
                                    "回放有差异或有报送无法比对，未启用。可以接受的，请用 --sign-off 写明理由、--by 写明部门",
                                    "the replay differs, or deliveries cannot be compared; not promoted. Where that may stand, say why with --sign-off and who with --by"));
        }
        var promotions = house.getBean(Promotions.class);
        inForce.accompany(folder);
        changes.forEach(change -> record(promotions, inForce, change, grounds(summary)));
        return answer().replayed(summary).done(new Bilingual("已启用", "in force"), changes);
    }

    private Promotions.Grounds grounds(ReplaySummary summary) {
        return new Promotions.Grounds(
                by.orElse("operator"),
                summary.isClean() ? "" : signOff.orElseThrow(),
                summary.digest().hex());
    }

    private int undo() {
        var source = SourceId.parse(String.valueOf(folder.getFileName()))
                .orElseThrow(() -> usage(folder + " 不是来源的文件夹 is no source's folder"));
        var inForce = inForce(source);
        return ClosedHouse.in(home, settings)
                .ask(house -> undo(house.getBean(Promotions.class), inForce, source + "/" + dataset));
    }

    private int undo(Promotions promotions, MappingsInForce inForce, String file) {
        var last = promotions.last(file);
        if (last.isEmpty()) {
            return answer().refused(new Bilingual(file + " 没有启用记录，无从恢复", "nothing was promoted as " + file));
        }
        var now = inForce.find(dataset + ".yaml");
        var before = Optional.of(last.get().before()).filter(digest -> !digest.isEmpty());
        var change = new Promotions.Change(
                file, now, before.map(digest -> promotions.kept(digest).orElseThrow()));
        if (!MappingsInForce.digest(now).equals(last.get().after())) {
            return answer().refused(new Bilingual(
                    file + " 启用后又被改动，未恢复", file + " was changed since it was promoted; nothing was put back"));
        }
        var grounds = new Promotions.Grounds(by.orElseThrow(), "undo: " + signOff.orElse(""), "");
        record(promotions, inForce, change, grounds);
        return answer().done(new Bilingual("已恢复上一版", "the previous version is back"), List.of(change));
    }

    private MappingsInForce inForce(SourceId source) {
        return new MappingsInForce(home.mappings().resolve(source.value()));
    }

    /** The file and its record, both or none. */
    private static void record(
            Promotions promotions, MappingsInForce inForce, Promotions.Change change, Promotions.Grounds grounds) {
        var name = change.file().substring(change.file().indexOf('/') + 1) + ".yaml";
        try {
            promotions.record(change, grounds, () -> inForce.replace(name, change.after()));
        } catch (RuntimeException notRecorded) {
            inForce.replace(name, change.before());
            throw notRecorded;
        }
    }

    private PromotionAnswer answer() {
        return PromotionAnswer.of(new Output(spec.commandLine()), json);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
