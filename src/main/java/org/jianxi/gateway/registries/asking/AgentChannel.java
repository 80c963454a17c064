package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.outgoing.TimedExchange.Ending;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.BatchAnswer;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Sm3;

/**
 * An agent over HTTP. Nothing it says counts without its signature. A call that came to nothing is made again five times with the
 * same content; then, and for anything that is refused, {@link AskingStopped} is thrown.
 */
final class AgentChannel {

    private static final String SIGNATURE = "Signature-CMS";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final int NONCE_BYTES = 16;
    private static final int LONGEST_REASON = 300;

    private final AgentAddress agent;
    private final SealVerifier verifier;
    private final Clock clock;
    private final SecureRandom random;
    private final HttpClient client;
    private final long most;

    /** @param client brings TLS and our certificate, where the agent asks for one */
    AgentChannel(AgentAddress agent, Clock clock, SecureRandom random, HttpClient client) {
        this(agent, clock, random, client, Long.MAX_VALUE);
    }

    private AgentChannel(AgentAddress agent, Clock clock, SecureRandom random, HttpClient client, long most) {
        this.agent = agent;
        this.verifier = new SealVerifier(agent.pinned());
        this.clock = clock;
        this.random = random;
        this.client = client;
        this.most = most;
    }

    /** The same, and no snapshot larger than this many bytes is fetched. */
    AgentChannel fetchingAtMost(long bytes) {
        return new AgentChannel(agent, clock, random, client, bytes);
    }

    Description describe() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        var said = signed(request("?nonce=" + nonce).GET().build());
        return Description.read(said, nonce)
                .filter(one -> one.registry().equals(agent.registry()) && one.bytes() >= 0)
                .orElseThrow(() -> unusable("说明不可用", "its description is unusable"));
    }

    /** Whole and as described, or {@link AskingStopped}. */
    void fetch(Description description, Path target) throws IOException {
        var free = Files.getFileStore(target.resolveSibling(".")).getUsableSpace();
        if (description.bytes() > Math.min(most, free)) {
            throw unusable(
                    "快照有%d字节，超过允许的大小或本机的空间".formatted(description.bytes()),
                    "its snapshot has %d bytes, more than is allowed or than there is room for"
                            .formatted(description.bytes()));
        }
        var request = request("/snapshots/" + description.snapshot()).GET().build();
        var part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != OK) {
                    throw refused(response.statusCode(), body.readNBytes(LONGEST_REASON));
                }
                copy(body, part, description);
            }
            Files.move(part, target);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unusable("下载被中断", "the download was interrupted");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void copy(InputStream body, Path part, Description description) throws IOException {
        try (var file = Files.newOutputStream(part)) {
            var digest = new Sm3();
            var piece = new byte[1 << 16];
            var left = description.bytes();
            for (var read = body.read(piece); read >= 0 && left >= 0; read = body.read(piece)) {
                left -= read;
                digest.update(piece, 0, read);
                file.write(piece, 0, read);
            }
            if (left != 0 || !digest.finish().equals(description.snapshot())) {
                throw unusable("快照与签名的摘要不符", "the snapshot does not have the signed digest");
            }
        }
    }

    BatchAnswer ask(Description description, Batch batch) {
        var request = request("/snapshots/" + description.snapshot() + "/batches")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch.json()))
                .build();
        return BatchAnswer.read(signed(request))
                .filter(answer -> answer.batch().equals(batch.digest())
                        && answer.snapshot().equals(description.snapshot())
                        && answer.outputs().size() == batch.points().size())
                .orElseThrow(() -> unusable("答复不是所问的", "its answer is to something else"));
    }

    private byte[] signed(HttpRequest request) {
        var exchange = new TimedExchange(client, LIMIT);
        var backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), random);
        var why = "";
        for (var tries = 1; tries <= TRIES; tries++) {
            switch (exchange.send(request)) {
                case Ending.Answered answered
                when answered.response().statusCode() != BUSY -> {
                    return genuine(answered.response());
                }
                case Ending.Answered busy -> why = "HTTP " + busy.response().statusCode();
                case Ending.Unanswered unanswered -> why = unanswered.why();
            }
            pause(backoff.afterTry(tries, Optional.empty()));
        }
        throw unusable("没有答复（" + why + "）", why);
    }

    private byte[] genuine(HttpResponse<byte[]> response) {
        var body = response.body();
        if (response.statusCode() != OK) {
            throw refused(response.statusCode(), body);
        }
        try {
            var cms = Base64.getDecoder()
                    .decode(response.headers().firstValue(SIGNATURE).orElse(""));
            if (verifier.checkDetached(cms, body, clock.instant()).isGenuine()) {
                return body;
            }
        } catch (IllegalArgumentException notBase64) {
            // said with the others below
        }
        throw unusable("答复没有该代理证书的有效签名", "its answer is not signed with the pinned certificate");
    }

    private HttpRequest.Builder request(String rest) {
        return HttpRequest.newBuilder(URI.create(agent.url() + "/v1/registries/" + agent.registry() + rest))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + agent.key());
    }

    private AskingStopped refused(int status, byte[] body) {
        var said = new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        var shown = said.substring(0, Math.min(said.length(), LONGEST_REASON));
        return unusable("拒绝，HTTP " + status + " " + shown, "it refuses, HTTP " + status + " " + shown);
    }

    private AskingStopped unusable(String zh, String en) {
        return new AskingStopped(new Bilingual(agent + "：" + zh, agent + ": " + en));
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unusable("等待被中断", "interrupted while waiting");
        }
    }
}
