package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.signing.Use;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A province that hands its return in: what was filed is saved from the page, and the ministry's word is typed back, typed again and uploaded. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ByHandIT {

    private static final String RETURN = "/api/v1/returns/2023-06";
    private static final String PAGE = "/console/returns/2023-06";
    private static final String FILING = PAGE + "/filings/1";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String officerKey;
    private static String filerKey;
    private static Visitor filer;
    private static Signer ministry;
    private static Signer stranger;

    @BeforeAll
    static void aReturnIsFiled() throws Exception {
        gateway = GatewayProcess.in(folder, "-Djianxi.ministry.channel=by-hand");
        var authority =
                DevelopmentAuthority.create(gateway.var().resolve("keys"), Clock.systemUTC(), new SecureRandom());
        ministry = authority.issue("ministry", "Ministry", Use.MINISTRY).signer();
        stranger = authority.issue("stranger", "Nobody in particular").signer();
        gateway.tell("-Djianxi.ministry.certificate=" + gateway.var().resolve("keys/ministry.pem"));
        var keys = new Keys(gateway.var());
        var kunming = keys.sender("kunming", "530100");
        officerKey = keys.office(Role.OFFICER);
        filerKey = keys.office(Role.FILER);
        gateway.start();
        var wire = new Wire(gateway.url());
        assertThat(wire.push(kunming, MediaType.JSON, June.of("530100", 50)).statusCode())
                .isEqualTo(201);
        var gaps = Wire.json(wire.get(RETURN + "/pending", officerKey)).path("gaps");
        assertThat(post("/approve", officerKey, "{\"acceptGaps\": " + gaps + "}"))
                .isEqualTo(200);
        assertThat(post("/file", filerKey, "")).isEqualTo(200);
        filer = new Visitor(gateway.url());
        filer.signIn(filerKey);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void whatWasFiledIsSavedAndItsSignatureVerifies() throws Exception {
        assertThat(filer.get(PAGE).body()).contains("本省人工上报", "登记回执", "等待发送");
        var document = filer.get(FILING + "/return.xml");
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("530000-2023-06-1.xml");
        var wire = new Wire(gateway.url());
        var xml = wire.get(RETURN + "/filings/1", officerKey, "Accept", "application/xml")
                .body();
        var signature = wire.get(RETURN + "/filings/1", officerKey, "Accept", "application/pkcs7-signature")
                .body();
        assertThat(document.body()).isEqualTo(new String(xml, java.nio.charset.StandardCharsets.UTF_8));
        var signer = SigningCertificate.read(gateway.var().resolve("keys/signer.pem"));
        assertThat(new SealVerifier(signer).checkDetached(signature, xml, java.time.Instant.now()))
                .isNotInstanceOf(Seal.Refused.class);
        for (var name : new String[] {"/return.xlsx", "/return.pdf", "/return.xml.p7s"}) {
            assertThat(filer.get(FILING + name).statusCode()).as(name).isEqualTo(200);
        }
        assertThat(filer.get(FILING + "/keys.pem").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void aWordWithoutANumberOrFromAnotherTimeIsRefusedWithWhatWouldDo() throws Exception {
        assertThat(enter("", now(), "accepted", "").body()).contains("P-TYPED-ACKNOWLEDGEMENT", "回执编号为1至80个");
        assertThat(enter("部收〔2023〕17号", "2023-07-05T10:00", "accepted", "").body())
                .contains("部里收到时间应在上报之后");
        assertThat(enter("部收〔2023〕17号", now(), "rejected", "").body()).contains("退回和改登须写明原因");
        assertThat(filing().path("state").asString()).isEqualTo("waiting");
    }

    @Test
    @Order(3)
    void theTypedWordSettlesTheReturnIsCalledUnsignedAndMayBeReplacedWithAReason() throws Exception {
        assertThat(enter("部收〔2023〕17号", now(), "accepted", "").statusCode()).isEqualTo(302);
        assertThat(filing().path("state").asString()).isEqualTo("acknowledged");
        assertThat(filing().path("acknowledgements")).isEmpty();

        assertThat(enter("部收〔2023〕71号", now(), "accepted", "").body()).contains("改登须写明原因");
        assertThat(enter("部收〔2023〕71号", now(), "accepted", "编号录入颠倒").statusCode())
                .isEqualTo(302);
        var typed = filing().path("typedAcknowledgements");
        assertThat(typed).hasSize(2);
        assertThat(typed.at("/1/number").asString()).isEqualTo("部收〔2023〕71号");
        assertThat(typed.at("/1/by").asString()).isEqualTo("filer-desk");
        assertThat(filer.get(PAGE).body()).contains("部收〔2023〕17号", "未经签名", "编号录入颠倒");

        var checked = gateway.command("ledger", "fsck", "--json");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    @Order(4)
    void theYearIsKeptInOneFileThatVerifiesWithTheRootAlone() throws Exception {
        var wire = new Wire(gateway.url());
        assertThat(wire.get("/api/v1/archives/2022", officerKey).statusCode()).isEqualTo(404);
        var answer = wire.get("/api/v1/archives/2023", officerKey);
        assertThat(answer.statusCode()).isEqualTo(200);
        var archive = Files.write(folder.resolve("2023.asice"), answer.body());
        var names = new TreeSet<String>();
        try (var zip = new ZipFile(archive.toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        assertThat(names)
                .contains("index.json", "months/2023-06/1/bundle.asice", "months/2023-06/1/typed.json")
                .contains("META-INF/signature001.p7s");

        var root = gateway.var().resolve("keys/root.pem").toString();
        var genuine = gateway.verify(archive.toString(), "--root", root, "--json");
        assertThat(genuine.code()).as(genuine.out() + genuine.err()).isZero();
        assertThat(genuine.out()).contains("\"cells\": 28");

        var bytes = answer.body();
        for (var at : new int[] {bytes.length / 3, bytes.length / 2}) {
            bytes[at] ^= 1;
            var changed = Files.write(folder.resolve("changed.asice"), bytes);
            assertThat(gateway.verify(changed.toString(), "--root", root, "--json")
                            .code())
                    .as("one byte of anything, at " + at)
                    .isEqualTo(1);
            bytes[at] ^= 1;
        }
        assertThat(filer.get("/console/archives/2023").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void thePageReadsWell() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        try (var reader = Reader.at(gateway.url(), Files.createDirectories(folder.resolve("browser")), true)) {
            reader.signIn(filerKey);
            reader.open(PAGE + "#typed-1-number");
            reader.browser().executeScript("document.getElementById('typed-1-number').scrollIntoView()");
            reader.inOrder("14-by-hand");
        }
    }

    @Test
    @Order(6)
    void theMinistrysSignedFileIsVerifiedLikeOneThatCameByItself() throws Exception {
        var content = word("530000-2023-06-1");
        assertThat(upload(content, stranger.signDetached(content)).body())
                .contains("P-SIGNED-ACKNOWLEDGEMENT", "已记入异常事项");
        var other = word("530000-2023-06-2");
        assertThat(upload(other, ministry.signDetached(other)).body()).contains("P-SIGNED-ACKNOWLEDGEMENT");
        assertThat(filing().path("acknowledgements")).isEmpty();
        var office = new Visitor(gateway.url());
        office.signIn(officerKey);
        assertThat(office.get("/console/sources").body())
                .contains("acknowledgement-bad-signature", "acknowledgement-other-message");

        assertThat(upload(content, ministry.signDetached(content)).statusCode()).isEqualTo(302);

        assertThat(filing().path("state").asString()).isEqualTo("acknowledged");
        assertThat(filing().path("acknowledgements").toString()).contains("ACK-000017");
        assertThat(filer.get(PAGE).body()).contains("部里签名回执已核验（1份）");
        assertThat(enter("部收〔2023〕72号", now(), "accepted", "再次改登").body())
                .as("nothing is typed over it")
                .contains("部里已有签名回执");
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
    }

    private static byte[] word(String messageId) throws Exception {
        var wire = new Wire(gateway.url());
        var xml = wire.get(RETURN + "/filings/1", officerKey, "Accept", "application/xml")
                .body();
        return CanonicalBytes.of(Map.of(
                "acknowledgementId",
                "ACK-000017",
                "messageId",
                messageId,
                "digest",
                Sm3.of(xml).hex(),
                "receivedAt",
                "2023-07-05T02:00:00Z",
                "verdict",
                "accepted"));
    }

    private static java.net.http.HttpResponse<String> upload(byte[] content, byte[] signature) throws Exception {
        var files = Map.of("content", content, "signature", signature);
        return filer.postFiles(PAGE, FILING + "/acknowledgement/signed", files);
    }

    private static java.net.http.HttpResponse<String> enter(
            String number, String received, String verdict, String words) throws Exception {
        var fields = Map.of("number", number, "received", received, "verdict", verdict, "words", words);
        return filer.post(PAGE, FILING + "/acknowledgement", fields);
    }

    /** As the browser sends the field, in Shanghai's time. */
    private static String now() {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static JsonNode filing() throws Exception {
        return Wire.json(new Wire(gateway.url()).get(RETURN + "/filing", officerKey));
    }

    private static int post(String path, String key, String body) throws Exception {
        var wire = new Wire(gateway.url());
        return wire.send(wire.request(RETURN + path, key, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }
}
