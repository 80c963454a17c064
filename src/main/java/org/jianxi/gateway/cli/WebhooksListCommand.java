package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.notices.DeliveryState;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi webhooks list}: the newest notices and how far each has come. */
@Command(
        name = "list",
        description = "最近的通知及其送达情况 · the newest notices and how far each has come",
        footer = {"", "例 Example:", "  ./jianxi webhooks list --state given-up --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class WebhooksListCommand implements Callable<Integer> {

    private static final int MOST = 200;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", description = "只看一个来源 · of one source")
    private @Nullable String source;

    @Option(names = "--state", description = "waiting, delivered, given-up")
    private @Nullable String state;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    WebhooksListCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var wanted = Optional.ofNullable(state).map(this::stateNamed);
        var scope = new Scope(Optional.ofNullable(source).flatMap(SourceId::parse), List.of());
        var rows = ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(NoticeDeliveries.class).newest(scope, wanted, MOST))
                .stream()
                .map(DeliveryRow::new)
                .toList();
        if (json) {
            new Output(spec.commandLine())
                    .json(Map.of(
                            "deliveries",
                            rows.stream().map(DeliveryRow::document).toList()));
        } else {
            rows.forEach(row -> spec.commandLine().getOut().println(row.line()));
        }
        return ExitCodes.YES;
    }

    private DeliveryState stateNamed(String name) {
        return DeliveryState.named(name)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "'" + name + "': waiting, delivered, given-up"));
    }
}
