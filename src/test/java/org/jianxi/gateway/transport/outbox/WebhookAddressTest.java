package org.jianxi.gateway.transport.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.Receiver;
import org.jianxi.gateway.notices.SignedNotice;
import org.jianxi.gateway.notices.WebhookChannel.Answer;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.junit.jupiter.api.Test;

/** A name server that changes its mind between our question and our call (DNS rebinding) leads a notice nowhere. */
class WebhookAddressTest {

    private static final String HOST = "hooks.prefecture.example";
    private static final SignedNotice NOTICE =
            new SignedNotice(Map.of("webhook-id", "one"), "{}".getBytes(StandardCharsets.UTF_8));

    private final List<String> asked = new ArrayList<>();

    @Test
    void theAddressThatWasJudgedIsTheOneThatIsCalledAndItsNameIsAskedForOnce() throws IOException {
        try (var receiver = Receiver.start()) {
            var answer = channel("127.0.0.1", "192.168.7.7").post(endpoint(receiver), NOTICE);

            assertThat(answer).isEqualTo(new Answer.Taken(204));
            assertThat(asked).containsExactly(HOST);
            assertThat(receiver.received())
                    .singleElement()
                    .satisfies(one -> assertThat(one.headers())
                            .containsEntry("Host", HOST + ":" + receiver.url().getPort())
                            .containsEntry("Content-Type", "application/json"));
        }
    }

    @Test
    void whatTheNameMeansAtTheNextTryIsJudgedAnew() throws IOException {
        try (var receiver = Receiver.start()) {
            var channel = channel("127.0.0.1", "169.254.169.254");
            channel.post(endpoint(receiver), NOTICE);

            assertThat(channel.post(endpoint(receiver), NOTICE).toString()).contains("jianxi.webhooks.hosts");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aNameThatIsOursAtFirstAndHarmlessLaterIsNotCalled() throws IOException {
        try (var receiver = Receiver.start()) {
            var answer = channel("10.0.0.1", "127.0.0.1").post(endpoint(receiver), NOTICE);

            assertThat(answer.toString()).contains("jianxi.webhooks.hosts");
            assertThat(receiver.received()).isEmpty();
        }
    }

    /** One that may call 127.0.0.1 and public addresses, and whose name server answers each of these in turn. */
    private HttpWebhookChannel channel(String... addresses) {
        var names = (AllowedAddresses.Names) host -> {
            asked.add(host);
            return new InetAddress[] {InetAddress.getByName(addresses[asked.size() - 1])};
        };
        return new HttpWebhookChannel(
                Duration.ofSeconds(4), new AllowedAddresses(List.of("127.0.0.1"), names), Clock.systemUTC());
    }

    private static Endpoint endpoint(Receiver receiver) {
        return new Endpoint(URI.create("http://" + HOST + ":" + receiver.url().getPort() + "/jianxi"), List.of());
    }
}
