package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jianxi.gateway.filing.ChannelAnswer.Acknowledged;
import org.jianxi.gateway.filing.ChannelAnswer.Rejected;
import org.jianxi.gateway.filing.ChannelAnswer.Unclear;
import org.jianxi.gateway.sandbox.Behaviour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the sandbox and against servers that nobody would run, over sockets. */
class HttpMinistryChannelTest {

    private static final Duration LIMIT = Duration.ofMillis(700);

    @TempDir
    static Path folder;

    private static Ministry ministry;

    @BeforeAll
    static void keys() {
        ministry = new Ministry(folder);
    }

    @Test
    void aMessageIsAcknowledgedAndItsStatusTellsTheSame() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            var channel = ministry.channel(sandbox);
            var message = ministry.message(1);

            assertThat(channel.ask(message.messageId())).isEmpty();
            var sent = (Acknowledged) channel.send(message);
            var asked = (Acknowledged) channel.ask(message.messageId()).orElseThrow();
            var again = (Acknowledged) channel.send(message);

            assertThat(asked.acknowledgement().content())
                    .isEqualTo(sent.acknowledgement().content());
            assertThat(again.acknowledgement().signature())
                    .isEqualTo(sent.acknowledgement().signature());
            assertThat(sandbox.received()).singleElement().satisfies(received -> {
                assertThat(received.messageId()).isEqualTo("530000-2023-06-r1");
                assertThat(received.body()).isEqualTo(message.body());
            });
        }
    }

    @Test
    void theMinistryTakesNothingWithoutOurSignature() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            var good = ministry.message(1);
            var forged = new MinistryMessage(
                    good.messageId(),
                    good.period(),
                    1,
                    good.contentType(),
                    "{}".getBytes(StandardCharsets.UTF_8),
                    good.signature());

            assertThat(ministry.channel(sandbox).send(forged)).isInstanceOf(Rejected.class);
            assertThat(sandbox.received()).isEmpty();
        }
    }

    @Test
    void anIdUsedForOtherBytesIsRejected() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            var channel = ministry.channel(sandbox);
            var second = ministry.message(2);
            channel.send(ministry.message(1));

            assertThat(channel.send(new MinistryMessage(
                            "530000-2023-06-r1",
                            second.period(),
                            2,
                            second.contentType(),
                            second.body(),
                            second.signature())))
                    .isEqualTo(new Rejected("HTTP 409: this Message-Id came before with other bytes"));
        }
    }

    @Test
    void errorsSilenceAndLostAnswersAreUnclear() throws IOException {
        try (var sandbox = ministry.sandbox(
                new Behaviour.Error(500),
                new Behaviour.Slow(Duration.ofSeconds(3)),
                new Behaviour.LoseAcknowledgement())) {
            var channel = ministry.channel(sandbox);
            var message = ministry.message(1);

            assertThat(channel.send(message)).isEqualTo(new Unclear("HTTP 500"));
            assertThat(channel.send(message)).isEqualTo(new Unclear("no answer within PT0.7S"));
            assertThat(channel.send(message)).isInstanceOf(Unclear.class);
            assertThat(sandbox.received()).hasSize(1);
        }
    }

    @Test
    void nobodyListeningIsUnclear() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(HttpMinistryChannel.to(URI.create("http://127.0.0.1:" + port + "/returns"), LIMIT)
                        .send(ministry.message(1)))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void anEndlessAnswerIsCutOff() throws IOException {
        assertThat(answerOf(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (var i = 0; i < 100_000; i++) {
                        exchange.getResponseBody().write(new byte[1024]);
                    }
                }))
                .isEqualTo(new Unclear("no answer: java.io.IOException: the answer is longer than 65536 bytes"));
    }

    @Test
    void aTricklingAnswerIsCutOffInTime() throws IOException {
        assertThat(answerOf(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (var i = 0; i < 50; i++) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        pause();
                    }
                }))
                .isEqualTo(new Unclear("no answer within PT0.7S"));
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        var visits = new AtomicInteger();
        var answer = answerOf(exchange -> {
            visits.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(answer).isEqualTo(new Unclear("HTTP 307"));
        assertThat(visits).hasValue(1);
        assertThatThrownBy(() -> new HttpMinistryChannel(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.ALWAYS)
                                .build(),
                        URI.create("http://x"),
                        LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void retryAfterIsPassedOn() throws IOException {
        assertThat(answerOf(exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    exchange.sendResponseHeaders(503, -1);
                }))
                .isEqualTo(new Unclear("HTTP 503", Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void acceptanceWithoutASignatureIsUnclear() throws IOException {
        assertThat(answerOf(exchange -> exchange.sendResponseHeaders(200, -1)))
                .isEqualTo(new Unclear("accepted without a signature"));
    }

    private static ChannelAnswer answerOf(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                handler.handle(exchange);
            }
        });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/returns");
            return HttpMinistryChannel.to(url, LIMIT).send(ministry.message(1));
        } finally {
            server.stop(0);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
