package org.jianxi.gateway.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.sandbox.MinistryDesk;
import org.jianxi.gateway.sandbox.MinistrySandbox;
import org.jianxi.gateway.sandbox.Script;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.SealVerifier;

/** Both sides with keys of their own: our messages, and a ministry sandbox that answers them over a socket. */
final class Ministry {

    static final Instant NOW = Instant.parse("2023-07-05T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final KeyRing ministry;
    private final KeyRing stranger;
    private final KeyRing gateway;

    Ministry(Path folder) {
        var authority = DevelopmentAuthority.create(folder, CLOCK, new SecureRandom());
        ministry = authority.issue("ministry", "Ministry");
        stranger = authority.issue("stranger", "Stranger");
        gateway = authority.gateway();
    }

    MinistrySandbox sandbox(Behaviour... steps) throws IOException {
        var desk =
                new MinistryDesk(new SealVerifier(gateway.certificate()), ministry.signer(), stranger.signer(), CLOCK);
        return MinistrySandbox.start(desk, new Script(List.of(steps)), 0);
    }

    HttpMinistryChannel channel(MinistrySandbox sandbox) {
        return channel(sandbox, Duration.ofMillis(700));
    }

    HttpMinistryChannel channel(MinistrySandbox sandbox, Duration limit) {
        return HttpMinistryChannel.to(sandbox.url(), limit);
    }

    AcknowledgementVerifier verifier() {
        return new AcknowledgementVerifier(new SealVerifier(ministry.certificate()));
    }

    MinistryMessage message(int revision) {
        var body = ("{\"revision\":" + revision + "}").getBytes(StandardCharsets.UTF_8);
        var signature = gateway.signer().signDetached(body);
        return new MinistryMessage(
                "530000-2023-06-r" + revision, Period.of("2023-06"), revision, "application/json", body, signature);
    }

    /** An acknowledgement that says what it is told to, signed by whom it is told. */
    SignedAcknowledgement acknowledgement(MinistryMessage message, Map<String, String> changes, String by) {
        var tree = new LinkedHashMap<String, String>(Map.of(
                "acknowledgementId", "ACK-1",
                "messageId", message.messageId(),
                "digest", message.digest().hex(),
                "receivedAt", NOW.toString(),
                "verdict", "accepted"));
        tree.putAll(changes);
        var content = CanonicalBytes.of(tree);
        return new SignedAcknowledgement(
                content, (by.equals("ministry") ? ministry : stranger).signer().signDetached(content));
    }
}
