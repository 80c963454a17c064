package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jianxi.gateway.registries.files.FileRefused;
import org.jianxi.gateway.registries.matching.TooManyCategories;
import org.jianxi.gateway.registries.matching.TooManyPeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code jianxi match}: compares people with registries, offline. Ends with 0 when every row has its result, whatever that is, and
 * with 3 when a file cannot be used; then nothing is written.
 */
@Command(
        name = "match",
        description = "离线比对人员与登记库 · compare people with registries, offline",
        footer = {
            "",
            "MISS（未命中）不等于没有困难 · MISS is no finding that there is no hardship",
            "",
            "例 Example:",
            "  ./jianxi match --people trainees.csv --registry low-income=dibao.csv --out matched.csv --json",
            "  ./jianxi match --people trainees.csv --registry low-income=dibao.csv --out matched.csv --review review.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class MatchCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 64;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--people", required = true, paramLabel = "FILE.csv", description = "人员，列 columns idNumber,name")
    private Path people;

    @Option(
            names = "--registry",
            arity = "1..*",
            paramLabel = "NAME=FILE.csv",
            description = "登记库，列 a registry, columns idNumber,name,category")
    private List<String> registries = List.of();

    @Mixin
    private AgentOptions agents = new AgentOptions();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "每人每库一行 · one line a person and registry")
    private Optional<Path> target;

    @Option(
            names = "--review",
            paramLabel = "FILE.csv",
            description =
                    "证件号缺失或无效者按姓名、出生日期、户籍地的可能人选，供人工核对；--people另需列 birthDate,division"
                            + " · who those without a valid number may be, for a person to look at; --people needs these columns too")
    private Optional<Path> review;

    @Option(names = "--threads", description = "线程数 · threads; 默认为处理器数 the processors' number when not said")
    private Optional<Integer> threads;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    MatchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var named = registries.stream().map(this::named).toList();
        agents.misuse().ifPresent(why -> {
            throw usage(why);
        });
        refuseTwins(named);
        try {
            var progress = new ProgressLines(spec.commandLine().getErr());
            var run = new MatchRun(home, progress, threads(), new AskedAgents(agents, progress));
            var opened = review.map(file -> new ReviewRun(home, progress).open(people, named));
            var matched = run.of(people, named);
            target.ifPresent(file -> new MatchedRows(matched).writeTo(file));
            var reviewed = opened.map(found -> reviewed(new ReviewRun(home, progress).of(found)));
            var output = new Output(spec.commandLine());
            if (json) {
                var document = new MatchSummary(matched).json();
                reviewed.ifPresent(found -> document.put("review", found));
                output.json(document);
            } else if (target.isPresent()) {
                new MatchSummary(matched).printTo(spec.commandLine().getOut());
            } else {
                new MatchedRows(matched).printTo(spec.commandLine().getOut());
                new MatchSummary(matched).printTo(spec.commandLine().getErr());
            }
            return ExitCodes.YES;
        } catch (FileRefused refused) {
            throw new CannotBeDone(refused.reason());
        } catch (TooManyPeople tooMany) {
            throw new CannotBeDone(tooMany.reason());
        } catch (TooManyCategories tooMany) {
            throw new CannotBeDone(tooMany.reason());
        }
    }

    private Map<String, Integer> reviewed(ReviewRun.Reviewed found) {
        new ReviewRows(found.candidates()).writeTo(review.orElseThrow());
        return Map.of("people", found.people(), "candidates", found.candidates().size());
    }

    private RegistryFile named(String option) {
        return RegistryFile.parse(option)
                .orElseThrow(() -> usage("--registry 应为 NAME=FILE.csv · is not NAME=FILE.csv"));
    }

    private void refuseTwins(List<RegistryFile> named) {
        if (named.isEmpty() && !agents.isAsked()) {
            throw usage("需要 needed: --registry, --agent");
        }
        var names = Stream.concat(named.stream().map(RegistryFile::name), agents.names().stream())
                .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw usage("--registry：名称重复 · a name is used twice");
        }
        if (review.isPresent() && named.isEmpty()) {
            throw usage("--review 需要 --registry：代理不回答姓名 · needs a --registry, for agents are never asked by name");
        }
        if (target.isPresent()
                && review.filter(file -> isSame(file, target.get())).isPresent()) {
            throw usage("--out 和 --review 是同一个文件 · are one file");
        }
        refuseInputs(named);
    }

    private void refuseInputs(List<RegistryFile> named) {
        var inputs = named.stream().map(RegistryFile::file).toList();
        Stream.concat(target.stream(), review.stream()).forEach(out -> {
            if (isSame(out, people) || inputs.stream().anyMatch(one -> isSame(out, one))) {
                throw usage("--out, --review 不能是输入文件 · is one of the files to read");
            }
        });
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private int threads() {
        var wanted = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (wanted < 1 || (threads.isPresent() && wanted > MOST_THREADS)) {
            throw usage("--threads: 1–" + MOST_THREADS);
        }
        return Math.min(wanted, MOST_THREADS);
    }

    private ParameterException usage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
