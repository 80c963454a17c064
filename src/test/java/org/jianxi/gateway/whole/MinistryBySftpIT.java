package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
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
 * signature first, breaks off in the middle, and while the gateway is killed and comes back.
 */
class MinistryBySftpIT {

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
        file("2023-06");
        var name = awaitReturn("530000-2023-06-1");
        var verifier = new SealVerifier(authority.gateway().certificate());
        assertThat(verifier.checkDetached(
                        ministry.received("530000-2023-06-1").get(name + ".p7s"),
                        ministry.received("530000-2023-06-1").get(name),
                        Clock.systemUTC().instant()))
                .isNotInstanceOf(Seal.Refused.class);
        awaitState("2023-06", "unconfirmed");

        gateway.kill();
        gateway.start();
        ministry.leaveTooLarge(name + ".ack-0.json");
        ministry.acknowledge(name, "ACK-WRONG", stranger);
        Awaitility.await()
                .during(Duration.ofSeconds(8))
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(filing("2023-06").path("state").asString()).isEqualTo("unconfirmed"));

        ministry.acknowledge(name, "ACK-000017", genuine);
        awaitState("2023-06", "acknowledged");
        assertThat(filing("2023-06").toString()).contains("ACK-000017").doesNotContain("ACK-WRONG");
        assertThat(incidents())
                .as("somebody is shown what went wrong")
                .contains("acknowledgement-bad-signature", "回执签名不符", "acknowledgement-unreadable");
        assertThat(ministry.puts("530000-2023-06-1"))
                .as("the return and its signature, once each, whatever happened")
                .isEqualTo(2);
    }

    @Test
    void aReturnWhoseWritingBreaksOffIsSentAgainAndLiesThereOnceAndWhole() throws Exception {
        ministry.breakOff(2);
        file("2023-04");

        var name = awaitReturn("530000-2023-04-1");

        assertThat(ministry.stillToBreakOff()).isZero();
        var lying = ministry.received("530000-2023-04-1");
        assertThat(lying).as("no half of it is left").containsOnlyKeys(name, name + ".p7s");
        assertThat(new SealVerifier(authority.gateway().certificate())
                        .checkDetached(
                                lying.get(name + ".p7s"),
                                lying.get(name),
                                Clock.systemUTC().instant()))
                .isNotInstanceOf(Seal.Refused.class);
        ministry.acknowledge(name, "ACK-000018", genuine);
        awaitState("2023-04", "acknowledged");
    }

    @Test
    void theMinistrysSignedRejectionOpensTheMonthAgainAlsoAfterItHadAccepted() throws Exception {
        file("2023-02");
        var first = awaitReturn("530000-2023-02-1");
        ministry.acknowledge(first, "ACK-000019", genuine);
        awaitState("2023-02", "acknowledged");

        ministry.reject(first, "ACK-000020", stranger, "somebody says so");
        ministry.reject(first, "ACK-000021", genuine, "指标14与财政数据不符");
        awaitState("2023-02", "rejected");
        assertThat(incidents())
                .contains("rejected-after-acceptance", "指标14与财政数据不符")
                .doesNotContain("somebody says so");

        deliver("2023-02", 51);
        approveAndFile("2023-02");
        var second = awaitReturn("530000-2023-02-2");
        ministry.acknowledge(second, "ACK-000022", genuine);
        awaitState("2023-02", "acknowledged");
    }

    @Test
    void whoShowsAnotherHostKeyIsSentNothingAndSomebodyIsToldAtOnce() throws Exception {
        ministry.impersonate(true);
        try {
            file("2023-08");
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(filing("2023-08").toString()).contains("another key than the pinned one"));
            assertThat(filing("2023-08").path("state").asString()).isEqualTo("unconfirmed");
            assertThat(incidents()).contains("not-the-ministry", "对方不是部里的服务器", "530000-2023-08-1");
            assertThat(ministry.received("530000-2023-08-1")).isEmpty();
        } finally {
            ministry.impersonate(false);
        }

        var name = awaitReturn("530000-2023-08-1");
        ministry.acknowledge(name, "ACK-000023", genuine);
        awaitState("2023-08", "acknowledged");
    }

    private static void file(String period) throws Exception {
        deliver(period, 50);
        approveAndFile(period);
    }

    private static void deliver(String period, int fen) throws Exception {
        var wire = new Wire(gateway.url());
        var body = new String(June.of("530100", fen), StandardCharsets.UTF_8).replace("2023-06", period);
        var path = "/api/v1/submissions?dataset=monthly-return&period=" + period;
        assertThat(wire.send(wire.request(path, kunming, "Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(201);
    }

    private static void approveAndFile(String period) throws Exception {
        var wire = new Wire(gateway.url());
        var gaps = Wire.json(wire.get(path(period) + "/pending", officer)).path("gaps");
        assertThat(post(path(period) + "/approve", officer, "{\"acceptGaps\": " + gaps + "}"))
                .isEqualTo(200);
        assertThat(post(path(period) + "/file", filer, "")).isEqualTo(200);
    }

    private static int post(String path, String key, String body) throws Exception {
        var wire = new Wire(gateway.url());
        return wire.send(wire.request(path, key, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** Its name, once it lies there under it with its signature. */
    private static String awaitReturn(String messageId) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> ministry.received(messageId).keySet().stream()
                                .filter(name -> name.matches(messageId + "-[0-9a-f]{16}[.]xml"))
                                .findFirst()
                                .orElse(""),
                        name -> !name.isEmpty());
    }

    private static void awaitState(String period, String state) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(filing(period).path("state").asString()).isEqualTo(state));
    }

    private static String incidents() throws Exception {
        var office = new Visitor(gateway.url());
        office.signIn(officer);
        return office.get("/console/sources").body();
    }

    private static JsonNode filing(String period) throws Exception {
        return Wire.json(new Wire(gateway.url()).get(path(period) + "/filing", officer));
    }

    private static String path(String period) {
        return "/api/v1/returns/" + period;
    }
}
