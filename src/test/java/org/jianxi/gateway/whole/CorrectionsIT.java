package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.evidence.BundleVerifier;
import org.jianxi.gateway.evidence.CellVerifier;
import org.jianxi.gateway.evidence.Verdict;
import org.jianxi.gateway.flow.RereadingByMapping;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an officer and an auditor can read of a return that was filed, corrected once, and is about to be corrected again. */
class CorrectionsIT {

    private static final Path SCRIPT = Path.of("src/test/resources/tools/verify-cms-sm2.sh");
    private static final String RETURN = "/api/v1/returns/2023-06";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String officer;
    private static String filer;
    private static String auditor;
    private static byte[] first;

    @BeforeAll
    static void aFiledMonthThatALateUnitCorrects() throws Exception {
        gateway = GatewayProcess.in(folder);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100", "530300");
        officer = keys.office(Role.OFFICER);
        filer = keys.office(Role.FILER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        push("530100", 1);
        file();
        first = read("/filings/1", "application/xml").body();
        push("530300", 2);
        file();
        push("530100", 3);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void everyFilingIsListedWithWhatItCorrects() throws Exception {
        var filings = json("/filings").path("filings");

        assertThat(filings).hasSize(2);
        assertThat(filings.at("/0/messageId").asString("")).isEqualTo("530000-2023-06-1");
        assertThat(filings.at("/0/corrects").isNull()).isTrue();
        assertThat(filings.at("/1/messageId").asString("")).isEqualTo("530000-2023-06-2");
        assertThat(filings.at("/1/number").asInt()).isEqualTo(1);
        assertThat(filings.at("/1/corrects").asString("")).isEqualTo("530000-2023-06-1");
        assertThat(filings.at("/1/state").asString("")).isEqualTo("waiting");
    }

    @Test
    void theFirstReturnStaysReadableWithItsSignature() throws Exception {
        Openssl.isHere();
        var document = read("/filings/1", "application/xml");
        var signature = read("/filings/1", "application/pkcs7-signature").body();

        assertThat(document.body()).isEqualTo(first);
        assertThat(document.headers().firstValue("Signature-CMS"))
                .contains(Base64.getEncoder().encodeToString(signature));
        assertThat(Openssl.verifies(
                        SCRIPT,
                        Files.write(folder.resolve("first.p7s"), signature),
                        Files.write(folder.resolve("first.xml"), document.body()),
                        gateway.var().resolve("keys/signer.pem")))
                .isTrue();
        assertThat(json("/filings/1").path("gaps")).hasSize(16);
        assertThat(json("/filings/2").path("gaps")).hasSize(15);
        assertThat(new String(read("/filings/1", "text/csv").body(), StandardCharsets.UTF_8))
                .contains("530300,曲靖市,缺报");
    }

    @Test
    void theDifferenceComesAsJsonAsSignedXmlAndAsAWorkbook() throws Exception {
        var difference = json("/filings/2/difference");

        assertThat(difference.path("closedGaps").toString()).isEqualTo("[\"530300\"]");
        assertThat(difference.at("/causes/0/by/late").booleanValue()).isTrue();
        assertThat(difference.path("cells")).hasSize(14);
        assertThat(read("/filings/2/difference", "application/xml").body())
                .isEqualTo(read("/filings/2", "application/xml").body());
        var workbook = read("/filings/2/difference", MediaType.XLSX.contentType());
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
            assertThat(opened.getSheet("更正说明表").getRow(3).getCell(5).getStringCellValue())
                    .isEqualTo("补报（逾期）");
            assertThat(opened.getSheet("汇总表")).isNotNull();
        }
    }

    @Test
    void whatFilingNowWouldSendIsShownAndNothingIsSent() throws Exception {
        var pending = json("/pending");

        assertThat(pending.path("kind").asString("")).isEqualTo("correction");
        assertThat(pending.path("revision").asInt()).isEqualTo(3);
        assertThat(pending.at("/difference/number").asInt()).isEqualTo(2);
        assertThat(pending.at("/difference/corrects/messageId").asString("")).isEqualTo("530000-2023-06-2");
        assertThat(pending.at("/difference/cells").toString())
                .isEqualTo("[{\"indicator\":14,\"new\":\"1873.03\",\"old\":\"1873.01\",\"sender\":\"530100\"}]");
        assertThat(json("/filings").path("filings")).hasSize(2);
    }

    @Test
    void theBundleOfEachFilingVerifiesOnItsOwn() throws Exception {
        var root = SigningCertificate.read(gateway.var().resolve("keys/root.pem"));
        var verifier = new BundleVerifier(List.of(root), List.of(), new RereadingByMapping());
        for (var path : new String[] {"/bundle", "/bundle?revision=1"}) {
            var answer = read(path, "application/vnd.etsi.asic-e+zip");

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(verifier.verify(answer.body()).failure()).as(path).isEmpty();
        }
        assertThat(read("/bundle?revision=3", "application/vnd.etsi.asic-e+zip").statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneFigureIsOpenedAndVerifiesWithoutTheOthers() throws Exception {
        var root = SigningCertificate.read(gateway.var().resolve("keys/root.pem"));

        var opened = read("/cells/14?proof=true", "application/json").body();

        assertThat(new CellVerifier(Trust.of(List.of(root), List.of())).verify("cell.json", opened))
                .isEqualTo(new Verdict(1, 6, 3, Optional.empty()));
        assertThat(new String(opened, StandardCharsets.UTF_8)).doesNotContain("/indicators/13");
    }

    @Test
    void whatIsNotThereIsAProblemAndASenderReadsNoneOfIt() throws Exception {
        assertThat(read("/filings/9", "application/json").statusCode()).isEqualTo(404);
        assertThat(read("/filings/x", "application/json").statusCode()).isEqualTo(400);
        assertThat(read("/filings/1/difference", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(read("/filings/2/difference", "text/csv").statusCode()).isEqualTo(406);
        for (var path : new String[] {"", "/pending", "/cells/1", "/bundle"}) {
            var answer = wire.get("/api/v1/returns/1999-01" + path, auditor);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Wire.contentType(answer)).isEqualTo("application/problem+json");
        }
        for (var path : new String[] {"/filings", "/filings/1", "/filings/2/difference", "/pending", "/bundle"}) {
            assertThat(wire.get(RETURN + path, kunming).statusCode()).isEqualTo(403);
            assertThat(wire.get(RETURN + path, "").statusCode()).isEqualTo(401);
        }
    }

    private static void push(String sender, int fen) throws IOException, InterruptedException {
        assertThat(wire.push(kunming, MediaType.JSON, June.of(sender, fen)).statusCode())
                .isEqualTo(201);
    }

    private static void file() throws IOException, InterruptedException {
        var gaps = Wire.json(wire.get(RETURN + "/pending", officer)).path("gaps");
        var named = JsonMapper.shared().createObjectNode().set("acceptGaps", gaps);
        assertThat(post("/approve", officer, named.toString()).statusCode()).isEqualTo(200);
        assertThat(post("/file", filer, "").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> post(String path, String key, String body)
            throws IOException, InterruptedException {
        return wire.send(wire.request(RETURN + path, key, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return Wire.json(read(path, "application/json"));
    }

    private static HttpResponse<byte[]> read(String path, String accept) throws IOException, InterruptedException {
        return wire.get(RETURN + path, auditor, "Accept", accept);
    }
}
