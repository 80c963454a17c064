package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Use;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The province's return filed over SFTP by a whole gateway, to a real server that sends the first callers away, acknowledges with a wrong
 * signature first, and while the gateway is killed and comes back.
 */
class MinistryBySftpIT {

    private static final String RETURN = "/api/v1/returns/2023-06";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static SftpMinistry ministry;
    private static DevelopmentAuthority authority;
    private static Signer genuine;
    private static Signer stranger;
    private static String kunming;
    private static String officer;
    private static String filer;

    @BeforeAll
    static void aGatewayThatFilesBySftp() throws Exception {
        gateway = GatewayProcess.in(folder);
        var keys = gateway.var().resolve("keys");
        authority = DevelopmentAuthority.create(keys, Clock.systemUTC(), new SecureRandom());
        genuine = authority.issue("ministry", "Ministry", Use.MINISTRY).signer();
        stranger = authority.issue("stranger", "Nobody in particular").signer();
        ministry = SftpMinistry.in(folder.resolve("ministry"));
        ministry.writeKey(gateway.var().resolve("ministry-key"));
        ministry.sendAway(2);
        List.of(
                        "channel=sftp",
                        "certificate=" + keys.resolve("ministry.pem"),
                        "first-wait=1s",
                        "longest-wait=3s",
                        "sftp.host=127.0.0.1",
                        "sftp.port=" + ministry.port(),
                        "sftp.user=yunnan",
                        "sftp.key=" + gateway.var().resolve("ministry-key"),
                        "sftp.host-key=" + ministry.hostKey(),
                        "sftp.every=2s")
                .forEach(one -> gateway.tell("-Djianxi.ministry." + one));
        var issued = new Keys(gateway.var());
        kunming = issued.sender("kunming", "530100");
        officer = issued.office(Role.OFFICER);
        filer = issued.office(Role.FILER);
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        ministry.close();
    }

    @Test
    void aReturnIsPutOnceWithItsSignatureAndOnlyTheMinistrysWordSettlesIt() throws Exception {
        file();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(ministry.received()).hasSize(2));
        var name = ministry.received().keySet().iterator().next();
        assertThat(name).matches("530000-2023-06-1-[0-9a-f]{16}[.]xml");
        var verifier = new SealVerifier(authority.gateway().certificate());
        assertThat(verifier.checkDetached(
                        ministry.received().get(name + ".p7s"),
                        ministry.received().get(name),
                        Clock.systemUTC().instant()))
                .isNotInstanceOf(Seal.Refused.class);
        awaitState("unconfirmed");

        gateway.kill();
        gateway.start();
        ministry.leaveTooLarge(name + ".ack-0.json");
        ministry.acknowledge(name, "ACK-WRONG", stranger);
        Awaitility.await()
                .during(Duration.ofSeconds(8))
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(filing().path("state").asString()).isEqualTo("unconfirmed"));

        ministry.acknowledge(name, "ACK-000017", genuine);
        awaitState("acknowledged");
        assertThat(filing().toString()).contains("ACK-000017").doesNotContain("ACK-WRONG");
        var office = new Visitor(gateway.url());
        office.signIn(officer);
        assertThat(office.get("/console/sources").body())
                .as("somebody is shown what went wrong")
                .contains("acknowledgement-bad-signature", "回执签名不符", "acknowledgement-unreadable");
        assertThat(ministry.puts())
                .as("the return and its signature, once each, whatever happened")
                .isEqualTo(2);
    }

    private static void file() throws Exception {
        var wire = new Wire(gateway.url());
        assertThat(wire.push(kunming, MediaType.JSON, June.of("530100", 50)).statusCode())
                .isEqualTo(201);
        var gaps = Wire.json(wire.get(RETURN + "/pending", officer)).path("gaps");
        assertThat(post("/approve", officer, "{\"acceptGaps\": " + gaps + "}")).isEqualTo(200);
        assertThat(post("/file", filer, "")).isEqualTo(200);
    }

    private static int post(String path, String key, String body) throws Exception {
        var wire = new Wire(gateway.url());
        return wire.send(wire.request(RETURN + path, key, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static void awaitState(String state) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(filing().path("state").asString()).isEqualTo(state));
    }

    private static JsonNode filing() throws Exception {
        return Wire.json(new Wire(gateway.url()).get(RETURN + "/filing", officer));
    }
}
