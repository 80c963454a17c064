package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.extracts.ExtractDocument;
import org.jianxi.gateway.registries.extracts.BroughtExtract;
import org.jianxi.gateway.registries.extracts.ExtractIntake;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.extracts.KeptExtract;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code jianxi registries load}: takes in the extract of a registry, beside a running gateway too. Ends with 0 when it is in force, with
 * 1 when it is refused and the last good one stays, and with 3 when there is no such file or registry.
 */
@Command(
        name = "load",
        description = {
            "载入一个登记库的提取文件；被拒的，上一份继续有效",
            "take in the extract of a registry; where it is refused, the last good one stays"
        },
        footer = {
            "",
            "例 Example:",
            "  ./jianxi registries load low-income 低收入_20230630.xlsx --dry-run",
            "  ./jianxi registries load low-income list.xlsx --snapshot-date 2023-06-30",
            "  ./jianxi registries load low-income 低收入_20230630.xlsx --because 年度复核清退"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistriesLoadCommand implements Callable<Integer> {

    private static final String ACTOR = "operator";

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "登记库 · the registry")
    private String registry;

    @Parameters(index = "1", paramLabel = "FILE", description = "提取文件 · its extract")
    private Path file;

    @Option(names = "--dry-run", description = "只说结果，什么也不存 · only say what would come of it")
    private boolean dryRun;

    @Option(
            names = "--snapshot-date",
            paramLabel = "DATE",
            description = "数据日期；不写时取自文件名 · as of which day it was made; else its name says")
    private Optional<LocalDate> day;

    @Option(
            names = "--because",
            paramLabel = "REASON",
            description = {
                "行数与上一份相差过大、无效号码或重复过多时仍载入的理由，4至200字",
                "why it is taken although its rows are fewer or more than allowed, 4 to 200 characters"
            })
    private Optional<String> because;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    RegistriesLoadCommand(Home home) {
        this.home = home;
    }

    private record Answer(ExtractOutcome outcome, LocalDate today) {}

    @Override
    public Integer call() {
        var brought = brought();
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new CannotBeDone(new Bilingual(file + "：读不出来", file + ": cannot be read"));
        }
        var answer = ClosedHouse.in(home, settings).ask(house -> answer(house, brought));
        if (json) {
            var document = new LinkedHashMap<>(ExtractDocument.of(registry, answer.outcome(), answer.today()));
            document.put("dryRun", dryRun);
            new Output(spec.commandLine()).json(document);
        } else {
            print(answer);
        }
        return answer.outcome() instanceof ExtractOutcome.Taken ? ExitCodes.YES : ExitCodes.NO;
    }

    private BroughtExtract brought() {
        try {
            return new BroughtExtract(file, day, ACTOR, because.map(String::strip));
        } catch (IllegalArgumentException tooShort) {
            throw new ParameterException(spec.commandLine(), "--because: " + tooShort.getMessage());
        }
    }

    private Answer answer(ApplicationContext house, BroughtExtract brought) {
        var desk = house.getBean(RegistryDesk.class);
        var found = desk.find(registry)
                .orElseThrow(() -> new CannotBeDone(
                        new Bilingual(registry + "：没有这个登记库", registry + ": there is no such registry")));
        return new Answer(outcome(intake(house), found, brought), desk.today());
    }

    private static ExtractIntake intake(ApplicationContext house) {
        return house.getBean(ExtractOffice.class).intake(house.getBean(RowReview.class));
    }

    private ExtractOutcome outcome(ExtractIntake intake, RegistrySettings found, BroughtExtract brought) {
        try {
            return dryRun ? intake.tryOut(found, brought) : intake.take(found, brought);
        } catch (FileProblem unusable) {
            throw new CannotBeDone(new Bilingual(
                    "registry.yaml 不能用：" + unusable.getMessage(),
                    "its registry.yaml cannot be used: " + unusable.getMessage()));
        } catch (IOException failed) {
            throw new CannotBeDone(
                    new Bilingual("无法载入：" + failed.getMessage(), "cannot be loaded: " + failed.getMessage()));
        }
    }

    private void print(Answer answer) {
        var out = spec.commandLine().getOut();
        switch (answer.outcome()) {
            case ExtractOutcome.Taken taken -> {
                out.println(dryRun ? "可以载入 · it would be taken" : "已载入 · taken");
                print(taken.extract(), answer.today());
                out.printf("    变动 changed: %d%n", taken.extract().changed());
            }
            case ExtractOutcome.Refused refused -> {
                new Output(spec.commandLine()).verdict(String.valueOf(file.getFileName()), false, refused.findings());
                refused.inForce()
                        .ifPresentOrElse(
                                good -> {
                                    out.println("上一份继续有效 · the last good one stays in force");
                                    print(good, answer.today());
                                },
                                () -> out.println("尚无可用的提取文件 · there is no good one so far"));
            }
        }
        out.flush();
    }

    private void print(KeptExtract extract, LocalDate today) {
        spec.commandLine()
                .getOut()
                .printf(
                        "    %s（%d 天前 days ago）  行 rows %d, 无效 unusable %d, 人次 entries %d%n",
                        extract.day(), extract.age(today), extract.rows(), extract.unusable(), extract.entries());
    }
}
