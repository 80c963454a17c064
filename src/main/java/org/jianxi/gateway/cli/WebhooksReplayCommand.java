package org.jianxi.gateway.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.jianxi.gateway.notices.NoticeDelivery;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi webhooks replay}: the same bytes under the same id once more; the running gateway sends them. */
@Command(
        name = "replay",
        description = {
            "再发一次：内容和编号不变，由运行中的网关发出",
            "send one once more, the same bytes under the same id; the running gateway sends it"
        },
        footer = {"", "例 Example:", "  ./jianxi webhooks replay msg_33484f857a1d180e634de850d3a47bc4"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class WebhooksReplayCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "webhook-id")
    private String id;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    WebhooksReplayCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var output = new Output(spec.commandLine());
        var replayed = ClosedHouse.in(home, settings).ask(this::replay).map(DeliveryRow::new);
        if (json) {
            output.json(replayed.map(DeliveryRow::document).orElse(Map.of()));
        } else {
            replayed.ifPresentOrElse(
                    row -> spec.commandLine().getOut().println(row.line()),
                    () -> output.complaint(new Bilingual("没有通知 " + id, "there is no notice " + id)));
        }
        return replayed.isPresent() ? ExitCodes.YES : ExitCodes.NO;
    }

    private Optional<NoticeDelivery> replay(ApplicationContext house) {
        var now = house.getBean(Clock.class).instant();
        return house.getBean(NoticeDeliveries.class).replay(Scope.ALL, id, now);
    }
}
