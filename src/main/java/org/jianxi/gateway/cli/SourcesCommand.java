package org.jianxi.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.LatestDeliveries;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.pulling.SourceActivities;
import org.jianxi.gateway.pulling.SourceActivity;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.signing.Sm3;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi sources}: the sources, their doors, their last delivery, and who fails since when. */
@Command(
        name = "sources",
        description = {
            "列出各来源：通道、数据集、最近一次报送、最近一次错误、下次询问时间",
            "list the sources: door, datasets, last delivery, last error, next poll"
        },
        footer = {"", "例 Example:", "  ./jianxi sources", "  ./jianxi sources --json --offline"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class SourcesCommand implements Callable<Integer> {

    private static final String VAR = "--jianxi.var=";

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Option(names = "--offline", description = "只看文件，不问数据库 · what the files say, without the database")
    private boolean offline;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    SourcesCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var register = SourceRegister.open(home.folder());
        var problems = new ArrayList<>(register.problems());
        problems.addAll(MappingRegister.open(home.folder(), ReturnForms.load(home.folder(), Sm3::of), Sm3::of)
                .problems());
        var activity = activity();
        var output = new Output(spec.commandLine());
        var rows = register.all().stream()
                .map(source -> row(source, activity.orElse(SourceActivity.UNKNOWN)))
                .toList();
        if (json) {
            output.json(document(rows, activity.isPresent(), problems));
        } else {
            rows.forEach(this::print);
            problems.forEach(problem -> output.complaint(
                    new Bilingual("未生效：" + problem.getMessage(), "not in force: " + problem.getMessage())));
        }
        return problems.isEmpty() ? ExitCodes.YES : ExitCodes.NO;
    }

    /** Empty where there is nothing to ask, or nobody wants it asked. */
    private Optional<SourceActivity> activity() {
        if (offline || (!isConfigured() && !Files.isDirectory(var().resolve("postgres")))) {
            return Optional.empty();
        }
        return Optional.of(ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(SourceActivities.class).now()));
    }

    private boolean isConfigured() {
        return settings.stream().anyMatch(setting -> setting.startsWith("--jianxi.database.url"))
                || System.getenv("JIANXI_DATABASE_URL") != null;
    }

    private Path var() {
        return settings.stream()
                .filter(setting -> setting.startsWith(VAR))
                .map(setting -> Path.of(setting.substring(VAR.length())))
                .findFirst()
                .orElse(home.folder().resolve("var"));
    }

    private static Map<String, @Nullable Object> row(Source source, SourceActivity activity) {
        var delivery = Optional.ofNullable(activity.deliveries().get(source.id()));
        var turn = Optional.ofNullable(activity.turns().get(source.id()));
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("source", source.id().value());
        row.put("title", Map.of("zh", source.title().zh(), "en", source.title().en()));
        row.put("active", source.active());
        row.put("door", source.entrance().door().wireName());
        row.put("senders", source.senders().stream().map(Object::toString).toList());
        row.put("datasets", List.copyOf(source.datasets().keySet()));
        row.put("contact", source.contact());
        row.put("lastDelivery", delivery.map(SourcesCommand::delivery).orElse(null));
        row.put(
                "lastTurnAt",
                turn.flatMap(TurnJournal.Entry::endedAt).map(Instant::toString).orElse(null));
        row.put(
                "stoppingSince",
                turn.flatMap(TurnJournal.Entry::stoppingSince)
                        .map(Instant::toString)
                        .orElse(null));
        row.put("lastError", turn.flatMap(SourcesCommand::error).orElse(null));
        row.put(
                "nextPollAt",
                turn.flatMap(TurnJournal.Entry::nextAt).map(Instant::toString).orElse(null));
        return row;
    }

    private static Map<String, Object> delivery(LatestDeliveries.Latest latest) {
        return Map.of(
                "id", latest.submission(),
                "dataset", latest.dataset(),
                "receivedAt", latest.receivedAt().toString(),
                "verdict", latest.verdict());
    }

    private static Optional<Map<String, Object>> error(TurnJournal.Entry turn) {
        return turn.failure()
                .map(why -> Map.of("at", turn.failedAt().orElseThrow().toString(), "message", why));
    }

    private static Map<String, Object> document(
            List<Map<String, @Nullable Object>> rows, boolean asked, List<FileProblem> problems) {
        var document = new LinkedHashMap<String, Object>();
        document.put("online", asked);
        document.put("sources", rows);
        document.put("problems", problems.stream().map(Throwable::getMessage).toList());
        return document;
    }

    private void print(Map<String, @Nullable Object> row) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%-14s %-6s %-12s %s%n",
                row.get("source"),
                Boolean.TRUE.equals(row.get("active")) ? "启用 on" : "停用 off",
                row.get("door"),
                row.get("datasets") instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : "");
        tell("最近报送 last delivery", row.get("lastDelivery"));
        tell("最近错误 last error", row.get("lastError"));
        tell("停止中，等待进行中的询问结束 stopping, waits for the fetch under way, since", row.get("stoppingSince"));
        tell("下次询问 next poll", row.get("nextPollAt"));
    }

    private void tell(String what, @Nullable Object value) {
        if (value != null) {
            spec.commandLine().getOut().printf("    %s: %s%n", what, value);
        }
    }
}
