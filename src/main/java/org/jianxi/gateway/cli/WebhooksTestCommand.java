package org.jianxi.gateway.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Subscriptions;
import org.jianxi.gateway.flow.WebhookSettings;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.SignedNotice;
import org.jianxi.gateway.notices.WebhookChannel.Answer;
import org.jianxi.gateway.transport.outbox.HttpWebhookChannel;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi webhooks test}: a signed ping to a source's address, now, and what it answered. */
@Command(
        name = "test",
        description = "向来源的地址发一个签名的 ping · send a signed ping to a source's address",
        footer = {"", "例 Example:", "  ./jianxi webhooks test kunming"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class WebhooksTestCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "来源 · the source")
    private String source;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    WebhooksTestCommand(Home home) {
        this.home = home;
    }

    /** How the ping ended. */
    private record Pinged(boolean isTaken, String url, String said) {}

    @Override
    public Integer call() {
        var pinged = ClosedHouse.in(home, settings).ask(this::ping);
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("source", source);
            document.put("url", pinged.url());
            document.put("taken", pinged.isTaken());
            document.put("answer", pinged.said());
            new Output(spec.commandLine()).json(document);
        } else {
            spec.commandLine().getOut().println("%s  %s  %s".formatted(source, pinged.url(), pinged.said()));
        }
        return pinged.isTaken() ? ExitCodes.YES : ExitCodes.NO;
    }

    private Pinged ping(ApplicationContext house) {
        var endpoint = SourceId.parse(source)
                .flatMap(house.getBean(Subscriptions.class)::endpointOf)
                .orElseThrow(() -> new CannotBeDone(
                        new Bilingual("来源 " + source + " 没有 webhook", "the source " + source + " has no webhook")));
        var settingsInForce = house.getBean(WebhookSettings.class);
        var clock = house.getBean(Clock.class);
        var channel = new HttpWebhookChannel(settingsInForce.timeout(), settingsInForce.hosts(), clock);
        var ping = SignedNotice.ping("ping_" + UUID.randomUUID(), endpoint.secrets(), clock.instant());
        return pinged(endpoint, channel.post(endpoint, ping));
    }

    private static Pinged pinged(Endpoint endpoint, Answer answer) {
        var url = endpoint.toString();
        return switch (answer) {
            case Answer.Taken taken -> new Pinged(true, url, "HTTP " + taken.status());
            case Answer.Gone gone -> new Pinged(false, url, "HTTP 410");
            case Answer.Failed failed -> new Pinged(false, url, failed.why());
        };
    }
}
