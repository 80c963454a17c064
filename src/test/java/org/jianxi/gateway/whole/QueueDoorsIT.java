package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway hears a bus over SOAP and reads a mailbox, beside a broker that is not there. */
class QueueDoorsIT {

    private static final String OFFICE = "jianxi@office.example";
    private static final String CLERK = "clerk@nujiang.example";

    @TempDir
    private static Path folder;

    private static GreenMail mail;
    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        mail.start();
        mail.setUser(OFFICE, "office", "secret");
        mail.setUser(CLERK, "clerk", "secret");
        gateway = GatewayProcess.in(folder, "-Djianxi.transport.poll-hosts=127.0.0.1");
        Files.writeString(gateway.var().resolve("user"), "office");
        Files.writeString(gateway.var().resolve("password"), "secret");
        source("nujiang", """
                door:
                  kind: mail
                  imap: {host: 127.0.0.1, port: %d, security: none, user: 'file:user', password: 'file:password'}
                  reply: {smtp: {host: 127.0.0.1, port: %d, security: none}, from: %s}
                  from: {'533300': [%s]}
                schedule: {everySeconds: 1}
                """.formatted(mail.getImap().getPort(), mail.getSmtp().getPort(), OFFICE, CLERK));
        source("away", """
                door: {kind: jms, broker: {host: 127.0.0.1, port: 9, security: none}, queue: returns}
                """);
        kunming = new Keys(gateway.var()).sender("kunming", "530100");
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        mail.stop();
    }

    @Test
    void aReturnOverSoapHasTheVerdictAndTheReceiptOfAPush() throws Exception {
        var body = June.of("530100", 1);
        var accepted = soap(body, "2023-06");
        assertThat(accepted.statusCode()).isEqualTo(200);
        var answer = text(accepted.body());
        assertThat(answer).contains("<replay>false</replay>");

        var pushed = wire.push(kunming, MediaType.JSON, body);
        assertThat(pushed.statusCode()).isEqualTo(200);
        assertThat(Wire.json(pushed).path("signature").asString()).isEqualTo(found(answer, "receipt"));
        assertThat(text(soap(body, "2023-06").body())).contains("<replay>true</replay>", found(answer, "receipt"));
    }

    @Test
    void aReturnThatMayNotStandIsAFaultWithTheFindingsOfAPush() throws Exception {
        var body = text(June.of("530100", 2)).replace("\"8\":410", "\"8\":4").getBytes(StandardCharsets.UTF_8);
        var refused = soap(body, "2023-06");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(text(refused.body())).contains(":Client</faultcode>", "urn:jianxi:problem:rejected", "rule=\"L-8\"");
    }

    @Test
    void theServiceDescribesItselfToAnybodyAndHearsNobodyWithoutAKey() throws Exception {
        var wsdl = wire.get("/services/submissions.wsdl", "");
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(text(wsdl.body())).contains("location=\"" + gateway.url() + "/services/submissions\"");
        assertThat(text(wire.get("/services/submissions?wsdl", "").body())).isEqualTo(text(wsdl.body()));
        assertThat(text(wire.get("/services/submissions.xsd", "").body()))
                .contains("urn:jianxi:services:submissions:1");

        var stranger = wire.send(HttpRequest.newBuilder(gateway.url().resolve("/services/submissions"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void aMailedReturnIsAnsweredWithItsReceiptWhileABrokerIsAway() throws Exception {
        var setup = mail.getSmtp().getServerSetup();
        GreenMailUtil.sendAttachmentEmail(
                OFFICE,
                CLERK,
                "June",
                "here it is",
                June.of("533300", 3),
                "application/json",
                "2023-06.json",
                "",
                setup);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> mail.getReceivedMessagesForDomain("nujiang.example").length == 1);

        var reply = (MimeMultipart) mail.getReceivedMessagesForDomain("nujiang.example")[0].getContent();
        assertThat(String.valueOf(reply.getBodyPart(0).getContent())).contains("已接受");
        assertThat(reply.getBodyPart(1).getFileName()).isEqualTo("2023-06.json.receipt.p7s");
        assertThat(text(wire.send(HttpRequest.newBuilder(gateway.managementUrl().resolve("/actuator/health")))
                        .body()))
                .contains("standingStill", "away", "\"status\":\"UP\"");
    }

    private static void source(String name, String door) throws Exception {
        var mappings = Files.createDirectories(folder.resolve("home/mappings").resolve(name));
        Files.writeString(mappings.resolve("source.yaml"), """
                source: %s
                title: {zh: 测试, en: Test}
                senders: ['533300']
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 信息中心
                """.formatted(name) + door);
        Files.writeString(
                mappings.resolve("monthly-return.yaml"),
                Files.readString(Path.of("mappings/kunming/monthly-return.yaml"))
                        .replace("kunming", name));
    }

    private static HttpResponse<byte[]> soap(byte[] content, String period) throws Exception {
        return wire.send(HttpRequest.newBuilder(gateway.url().resolve("/services/submissions"))
                .header("Authorization", "Bearer " + kunming)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"any\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
                        <submit xmlns="urn:jianxi:services:submissions:1"><dataset>monthly-return</dataset>
                        <period>%s</period><contentType>application/json</contentType>
                        <content>%s</content></submit></e:Body></e:Envelope>
                        """.formatted(period, Base64.getEncoder().encodeToString(content)))));
    }

    private static String found(String xml, String element) {
        var matcher = Pattern.compile("<" + element + ">([^<]+)</").matcher(xml);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
