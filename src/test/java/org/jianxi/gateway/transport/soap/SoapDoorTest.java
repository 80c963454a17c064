package org.jianxi.gateway.transport.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.catalina.startup.Tomcat;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.XmlSchema;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Trial;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.transport.QueueHome;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.http.CallerDesk;
import org.jianxi.gateway.transport.http.HeaderGuard;
import org.jianxi.gateway.transport.http.PushBinding;
import org.jianxi.gateway.transport.routes.DoorBeans;
import org.jianxi.gateway.transport.routes.LiveRoutes;
import org.jianxi.gateway.transport.routes.RouteRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real route behind a real servlet container, called over a real socket; only the flow behind it is a stand-in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapDoorTest {

    private static final String KEY = "lijiang-key";
    private static final Map<String, Caller> KEYS = Map.of(
            KEY,
            new Caller(
                    "丽江",
                    Set.of(Role.SENDER),
                    Optional.of(new SourceId("lijiang")),
                    Set.of(new Sender("530700"), new Sender("530800"))),
            "officer-key",
            new Caller("省就业局经办", Set.of(Role.OFFICER), Optional.empty(), Set.of()));
    private static final XmlSchema SCHEMA = XmlSchema.read(Path.of("schemas/services/submissions.xsd"));

    private static final Path CORPUS =
            Path.of(System.getProperty("jianxi.corpora", "../shared/corpora")).resolve("xml");

    private final HttpClient client = HttpClient.newHttpClient();
    private QueueHome home;
    private DefaultCamelContext context;
    private Tomcat tomcat;
    private int port;

    @BeforeAll
    void theDoorIsOpen(@TempDir Path folder) throws Exception {
        home = QueueHome.in(folder);
        var sources = home.source("kind: soap");
        Files.createDirectories(folder.resolve("routes"));
        Files.copy(Path.of("routes/sender-soap.camel.yaml"), folder.resolve("routes/sender-soap.camel.yaml"));
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        var web = tomcat.addContext("", null);
        Tomcat.addServlet(web, SoapServlet.NAME, new SoapServlet()).setLoadOnStartup(1);
        web.addServletMappingDecoded(SoapDoor.PATH, SoapServlet.NAME);
        tomcat.start();
        port = tomcat.getConnector().getLocalPort();
        var desk = new CallerDesk(key -> Optional.ofNullable(KEYS.get(key)), sources, home.reception());
        var door = new SoapDoor(desk, new BodyBudget(64, System::nanoTime), QueueHome.CLOCK);
        var beans = new DoorBeans(
                Map.of("pushBinding", new PushBinding(), "headerGuard", new HeaderGuard(), "soapDoor", door));
        context = new DefaultCamelContext();
        beans.bindTo(context);
        context.start();
        new RouteRegistry(folder, sources, beans.byName(), new LiveRoutes(context)).open();
    }

    @AfterAll
    void closed() throws Exception {
        context.stop();
        tomcat.stop();
        tomcat.destroy();
    }

    @BeforeEach
    void nothingArrivedYet() {
        home.reception().deliveries.clear();
        home.reception().tried.clear();
        home.reception().answer = RecordingReception.ACCEPTED;
    }

    @Test
    void anAcceptedReturnIsAnsweredWithItsReceipt() throws Exception {
        var answer = call(submit("<s:sender>530700</s:sender><s:idempotencyKey>k-1</s:idempotencyKey>"
                + "<s:signatureCms>AQ\n ID</s:signatureCms>"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(payload(answer)).contains("<receipt>AQID</receipt>", "<id>s-1</id>", "<replay>false</replay>");
        var delivery = home.reception().deliveries.getFirst();
        assertThat(delivery.door()).isEqualTo(Door.SOAP);
        assertThat(delivery.source()).isEqualTo(new SourceId("lijiang"));
        assertThat(delivery.sender()).contains(new Sender("530700"));
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.JSON);
        assertThat(delivery.idempotencyKey()).contains("k-1");
        assertThat(delivery.signature()).hasValue(new byte[] {1, 2, 3});
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("{\"见\":1}");
    }

    @Test
    void aReturnedOneIsAClientFaultWithEveryFinding() throws Exception {
        home.reception().answer = new Outcome.Returned(
                "s-2",
                Outcome.Refusal.CONTENT,
                List.of(
                        Finding.error("L-8", Place.cell("汇总表", "K7"), new Bilingual("短3\u0001", "short by 3"), "填报说明7"),
                        Finding.error("F-1", Place.pointer("/a"), new Bilingual("缺", "missing"), "c")));

        var answer = call(submit(""));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(":Client</faultcode>");
        assertThat(payload(answer))
                .contains("urn:jianxi:problem:rejected", "<status>422</status>", "<id>s-2</id>")
                .contains("rule=\"L-8\"", "cell=\"K7\"", "短3", "short by 3", "rule=\"F-1\"", "pointer=\"/a\"");
    }

    @Test
    void whatIsOurFaultIsAServerFault() throws Exception {
        home.reception().answer = new Outcome.Unfinished("the database is away");

        var answer = call(submit(""));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(":Server</faultcode>").doesNotContain("database");
        assertThat(payload(answer)).contains("urn:jianxi:problem:unavailable");
    }

    @Test
    void aDryRunKeepsNothing() throws Exception {
        home.reception().trial = new Trial(Optional.empty(), List.of());

        var answer = call(submit("<s:dryRun>1</s:dryRun>"));

        assertThat(payload(answer)).contains("<dryRun>true</dryRun>").doesNotContain("<receipt>");
        assertThat(home.reception().deliveries).isEmpty();
        assertThat(home.reception().tried).hasSize(1);
    }

    @Test
    void theKeyComesAsBearerOrAsPasswordAndNothingElseOpensTheDoor() throws Exception {
        var basic = "Basic " + Base64.getEncoder().encodeToString(("anybody:" + KEY).getBytes(StandardCharsets.UTF_8));
        assertThat(send(request(submit("")).setHeader("Authorization", basic)).statusCode())
                .isEqualTo(200);

        var none = send(HttpRequest.newBuilder(uri())
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(submit(""))));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(asked -> assertThat(asked).startsWith("Basic"));
        assertThat(payload(none)).contains("urn:jianxi:problem:unauthorized");
        assertThat(send(request(submit("")).setHeader("Authorization", "Basic %%%"))
                        .statusCode())
                .isEqualTo(401);
        var officer = send(request(submit("")).setHeader("Authorization", "Bearer officer-key"));
        assertThat(payload(officer)).contains("urn:jianxi:problem:forbidden");
        assertThat(home.reception().deliveries).hasSize(1);
    }

    @Test
    void aSenderThatTheKeyDoesNotCoverSpeaksForNobody() throws Exception {
        call(submit("<s:sender>530100</s:sender>"));

        assertThat(home.reception().deliveries.getFirst().senders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "submit", "\"http://old.bus/any#thing\"", "'x'"})
    void theSoapActionIsToleratedHoweverItIsSpelt(String action) throws Exception {
        assertThat(send(request(submit("")).header("SOAPAction", action)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeaderThatMustBeUnderstoodAndIsNotIsAFault() throws Exception {
        var answer = call(submit("")
                .replace("<e:Body>", "<e:Header><x:y xmlns:x='urn:x' e:mustUnderstand='1'/></e:Header><e:Body>"));

        assertThat(answer.body()).contains(":MustUnderstand</faultcode>");
        assertThat(home.reception().deliveries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<a/>",
                "{}",
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body/></e:Envelope>",
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><other/></e:Body></e:Envelope>",
                "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body/></e:Envelope>"
            })
    void whatIsNoRequestIsAClientFault(String body) throws Exception {
        var answer = call(body);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(":Client</faultcode>");
        assertThat(payload(answer)).contains("urn:jianxi:problem:bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p'> %p;]>"
            })
    void noDocumentTypeIsEverRead(String doctype) throws Exception {
        var answer = call(doctype + submit("<s:sender>&a;</s:sender>"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(":Client</faultcode>").doesNotContain("root:");
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void theCorpusOfHostileXmlIsAnsweredWithFaultsOnly() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpora are not here; name their folder with -Djianxi.corpora");
        try (var files = Files.walk(CORPUS)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var answer = send(request("").POST(HttpRequest.BodyPublishers.ofFile(file)));
                assertThat(answer.statusCode()).as(file.toString()).isIn(500, 413);
                assertThat(answer.body()).contains(":Client</faultcode>").doesNotContain("Exception");
            }
        }
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void depthIsBounded() throws Exception {
        var deep = submit("").replace("</s:submit>", "<a>".repeat(5000) + "</a>".repeat(5000) + "</s:submit>");

        assertThat(call(deep).body()).contains(":Client</faultcode>");
    }

    @Test
    void whatIsTooLargeIsRefusedInTheEnvelopeAndInTheContent() throws Exception {
        var content = Base64.getEncoder().encodeToString(new byte[1024 * 1024 + 1]);
        var inside = call(submit("").replaceAll("<s:content>.*</s:content>", "<s:content>" + content + "</s:content>"));
        assertThat(inside.statusCode()).isEqualTo(413);
        assertThat(payload(inside)).contains("1048576");

        var outside = call(submit("") + " ".repeat(3 * 1024 * 1024));
        assertThat(outside.statusCode()).isEqualTo(413);
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void unknownDoubledAndMissingMembersAreNamed() throws Exception {
        assertThat(payload(call(submit("<s:price>1</s:price>")))).contains("contentType");
        assertThat(payload(call(submit("<s:period>2023-05</s:period>")))).contains("period stands twice");
        assertThat(payload(call(submit("").replaceAll("<s:dataset>.*</s:dataset>", ""))))
                .contains("dataset is missing");
        assertThat(payload(call(submit("").replace("2023-06", "June")))).contains("2023-06");
        assertThat(payload(call(submit("").replaceAll("(?<=<s:content>)[^<]*", "no*base64"))))
                .contains("base64");
        assertThat(home.reception().deliveries).isEmpty();
    }

    @Test
    void attachmentsAndOtherEncodingsAreNotTaken() throws Exception {
        assertThat(send(request(submit("")).setHeader("Content-Type", "multipart/related; type=\"text/xml\""))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request(submit("")).setHeader("Content-Type", "text/xml; charset=GBK"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request(submit("")).setHeader("Content-Type", "TEXT/XML;charset=\"UTF-8\""))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String submit(String more) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
                + "<s:submit xmlns:s='urn:jianxi:services:submissions:1'><s:dataset>monthly-return</s:dataset>"
                + "<s:period>2023-06</s:period><s:contentType>application/json</s:contentType><s:content>"
                + Base64.getMimeEncoder().encodeToString("{\"见\":1}".getBytes(StandardCharsets.UTF_8))
                + "</s:content>" + more + "</s:submit></e:Body></e:Envelope>";
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + port + SoapDoor.PATH);
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(uri())
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> call(String body) throws Exception {
        return send(request(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The one element of the body, or of the fault's detail, after it was found valid by the published schema. */
    private static String payload(HttpResponse<String> answer) throws Exception {
        var document = SafeXml.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        var ours = document.getElementsByTagNameNS("urn:jianxi:services:submissions:1", "*")
                .item(0);
        var text = new StringWriter();
        var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty("omit-xml-declaration", "yes");
        transformer.transform(new DOMSource(ours), new StreamResult(text));
        assertThat(SCHEMA.validate(text.toString().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        return text.toString();
    }
}
