package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.RegistryDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi registries}: the registries our people are compared with, how old what they say is, and how the last run went. */
@Command(
        name = "registries",
        description = {
            "列出各登记库：方式、最近一份好数据的天数、最近一次比对",
            "list the registries: by which way, the age of the last good snapshot, the last run"
        },
        footer = {
            "",
            "例 Example:",
            "  ./jianxi registries",
            "  ./jianxi registries run low-income --dry-run",
            "  ./jianxi registries compare ours.jsonl theirs.jsonl"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistriesCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    RegistriesCommand(Home home) {
        this.home = home;
    }

    private record Answer(List<Map<String, @Nullable Object>> registries, List<String> problems) {}

    @Override
    public Integer call() {
        settings.stream()
                .filter(one -> !one.startsWith("--jianxi."))
                .findFirst()
                .ifPresent(word -> {
                    throw new ParameterException(spec.commandLine(), "'" + word + "'");
                });
        var answer = ClosedHouse.in(home, settings).ask(house -> read(house.getBean(RegistryDesk.class)));
        var output = new Output(spec.commandLine());
        if (json) {
            var document = new LinkedHashMap<String, @Nullable Object>();
            document.put("registries", answer.registries());
            document.put("problems", answer.problems());
            output.json(document);
        } else {
            answer.registries().forEach(this::print);
            answer.problems()
                    .forEach(problem -> output.complaint(new Bilingual("未生效：" + problem, "not in force: " + problem)));
        }
        return answer.problems().isEmpty() ? ExitCodes.YES : ExitCodes.NO;
    }

    private static Answer read(RegistryDesk desk) {
        var today = desk.today();
        return new Answer(
                desk.all().stream().map(one -> RegistryDocument.of(one, today)).toList(),
                desk.problems().stream().map(Throwable::getMessage).toList());
    }

    private void print(Map<String, @Nullable Object> row) {
        var out = spec.commandLine().getOut();
        out.printf("%-20s %-8s %s%n", row.get("registry"), row.get("way"), row.get("legalBasis"));
        if (row.get("ageDays") instanceof Long days) {
            out.printf("    最近一份好数据 last good snapshot: %s（%d 天前 days ago）%n", row.get("lastGood"), days);
        } else {
            out.println("    尚无好数据 no good snapshot so far");
        }
        if (row.get("lastRun") instanceof Map<?, ?> run) {
            out.printf(
                    "    最近一次比对 last run: %s %s %s/%s %s%n",
                    run.get("movedAt"), run.get("state"), run.get("answered"), run.get("due"), run.get("results"));
        }
        if (row.get("nextRunAt") != null) {
            out.printf("    下次比对 next run: %s%n", row.get("nextRunAt"));
        }
    }
}
