package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The ledger from outside: heads and proofs over HTTP, the full check beside the running gateway, and the start over an old dump. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerIT {

    private static final MerkleTree TREE = MerkleTree.sm3();

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String officer;
    private static int figures;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder, StopPoint.agent(folder));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void anEntryIsShownUnderTheSignedHeadAndTheHeadAsTheContinuationOfAKeptReceipt() throws Exception {
        var first = push(kunming, "530100");
        var second = push(qujing, "530300");
        var receipt =
                Wire.json(wire.get("/api/v1/submissions/" + first + "/receipt", kunming, "Accept", "application/json"));
        var size = receipt.path("treeSize").asLong();

        var proof = Wire.json(wire.get("/api/v1/ledger/proof/" + first + "?from=" + size, kunming));

        var checkpoint = proof.path("checkpoint");
        var head = digest(checkpoint.path("treeHead"));
        var body = proof.path("entry").path("body").asString("").getBytes(StandardCharsets.UTF_8);
        var inclusion = proof.path("inclusion");
        assertThat(TREE.shows(
                        new InclusionProof(
                                inclusion.path("index").asLong(),
                                inclusion.path("treeSize").asLong(),
                                path(inclusion)),
                        TREE.leafHash(body),
                        head))
                .isTrue();
        var consistency = proof.path("consistency");
        assertThat(TREE.shows(
                        new ConsistencyProof(size, consistency.path("to").asLong(), path(consistency)),
                        digest(receipt.path("treeHead")),
                        head))
                .isTrue();
        var signer = SigningCertificate.read(gateway.var().resolve("keys/signer.pem"));
        var sealed = new SealVerifier(signer)
                .checkOwn(Base64.getDecoder().decode(checkpoint.path("cms").asString("")), signer.notBefore());
        assertThat(sealed.isGenuine()).isTrue();
        assertThat(checkpoint.path("content").asString(""))
                .contains(checkpoint.path("treeHead").asString(""));
        assertThat(checkpoint.path("timestamp").isNull()).isTrue();
        assertThat(wire.get("/api/v1/ledger/proof/" + second, kunming).statusCode())
                .isEqualTo(404);
        assertThat(wire.get("/api/v1/ledger/proof/" + second, officer).statusCode())
                .isEqualTo(200);
        assertThat(wire.get("/api/v1/ledger/checkpoint", "").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void theFullCheckRunsBesideTheGateway() throws Exception {
        var ended = gateway.command("ledger", "fsck", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Wire.json(ended.out().getBytes(StandardCharsets.UTF_8))
                        .path("verdict")
                        .asString(""))
                .isEqualTo("whole");

        var next = gateway.command("ledger", "fsck", "--since-last", "--json");

        assertThat(next.code()).as(next.err()).isZero();
        var said = Wire.json(next.out().getBytes(StandardCharsets.UTF_8));
        assertThat(said.path("verdict").asString("")).isEqualTo("whole");
        assertThat(said.path("checkedAfter").asLong()).isPositive();
        assertThat(said.path("fullCheckAt").asString("")).isNotEmpty();
    }

    @Test
    @Order(3)
    void killedWhileItSignsACheckpointItSignsAfterwards() throws Exception {
        StopPoint.BEFORE_THE_CHECKPOINT.arm(folder);
        var id = push(kunming, "530100");
        StopPoint.BEFORE_THE_CHECKPOINT.awaitReached(folder);
        StopPoint.BEFORE_THE_CHECKPOINT.disarm(folder);
        gateway.kill();
        gateway.start();

        assertThat(wire.get("/api/v1/ledger/proof/" + id, kunming).statusCode()).isEqualTo(200);
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
    }

    @Test
    @Order(4)
    void overYesterdaysDumpItDoesNotStart() throws Exception {
        gateway.stop();
        copy(data(), folder.resolve("yesterday"));
        gateway.start();
        push(kunming, "530100");
        wire.get("/api/v1/ledger/checkpoint", kunming);
        gateway.stop();
        Files.move(data(), folder.resolve("today"));
        copy(folder.resolve("yesterday"), data());

        assertThatThrownBy(gateway::start).hasMessageContaining("the ledger went backwards");
        gateway.stop();
        assertThat(gateway.exitCode()).isEqualTo(3);
        var ended = gateway.command("ledger", "fsck", "--json");
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(Wire.json(ended.out().getBytes(StandardCharsets.UTF_8))
                        .path("failure")
                        .path("kind")
                        .asString(""))
                .isEqualTo("went-backwards");

        delete(data());
        Files.move(folder.resolve("today"), data());
        gateway.start();
    }

    @Test
    @Order(5)
    void onABrokenLedgerNothingIsAddedUpAndTheRowIsNamed() throws Exception {
        asSuperuser("update submission set canonical = set_byte(canonical, 60, 48) where verdict = 'accepted'");

        var figures = wire.get("/api/v1/returns/2023-06", officer);
        assertThat(figures.statusCode()).isEqualTo(503);
        assertThat(Wire.json(figures).path("type").asString("")).endsWith("ledger-broken");
        var ended = gateway.command("ledger", "fsck");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("submission", "the row was changed");
    }

    private static String push(String key, String sender) throws IOException, InterruptedException {
        var answer = wire.push(key, MediaType.JSON, June.of(sender, figures++));
        assertThat(answer.statusCode()).isEqualTo(201);
        return Wire.json(answer).path("id").asString("");
    }

    private static byte[] digest(JsonNode hex) {
        return new Digest(hex.asString("")).bytes();
    }

    private static List<byte[]> path(JsonNode proof) {
        return StreamSupport.stream(proof.path("path").spliterator(), false)
                .map(LedgerIT::digest)
                .toList();
    }

    private static Path data() {
        return gateway.var().resolve("postgres");
    }

    private static void asSuperuser(String sql) throws Exception {
        var port = Files.readAllLines(data().resolve("data-18/postmaster.pid"))
                .get(3)
                .strip();
        var password =
                Files.readString(data().resolve("passwords/postgres.password")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/jianxi";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    /** Owners and modes too: PostgreSQL looks at both. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
