package org.jianxi.gateway.transport.soap;

import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.jianxi.gateway.transport.http.PushAnswer;
import org.jianxi.gateway.transport.http.PushAnswers;
import org.springframework.ws.soap.saaj.SaajSoapMessage;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller hears over SOAP: made of the very answer a push would get, so that the two cannot differ. An answer that is no
 * yes becomes a fault: Client where it is the caller's to mend, Server where it is ours.
 */
final class SoapAnswers {

    static final String XML = "text/xml; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String BETWEEN_LANGUAGES = " · ";
    private static final int REFUSED = 400;
    private static final int OURS = 500;

    /** HTTP says these itself, before SOAP is spoken; every other fault travels with 500 (SOAP 1.1 §6.2). */
    private static final List<Integer> OF_HTTP = List.of(401, 405, 408, 413, 415);

    private static final List<String> PLACES =
            List.of("indicator", "sheet", "cell", "pointer", "xpath", "line", "column", "field", "record");

    private final SaajSoapMessageFactory factory;

    SoapAnswers(SaajSoapMessageFactory factory) {
        this.factory = factory;
    }

    PushAnswer of(PushAnswer answer) {
        var message = factory.createWebServiceMessage();
        try {
            write(answer, message);
        } catch (SOAPException ours) {
            throw new IllegalStateException("an answer of ours is no SOAP", ours);
        }
        var status = answer.status() < REFUSED || OF_HTTP.contains(answer.status()) ? answer.status() : OURS;
        return new PushAnswer(status < REFUSED ? 200 : status, XML, headers(answer), bytes(message));
    }

    void write(PushAnswer answer, SaajSoapMessage message) throws SOAPException {
        var json = MAPPER.readTree(answer.body());
        var body = message.getSaajMessage().getSOAPBody();
        if (answer.status() < REFUSED) {
            yes(json, answer, body.addChildElement(name("submitResponse")));
        } else {
            var side = answer.status() < OURS ? "Client" : "Server";
            var fault = body.addFault(
                    new QName(body.getNamespaceURI(), side),
                    json.path("detail").asString(""),
                    Locale.SIMPLIFIED_CHINESE);
            problem(json, fault.addDetail().addChildElement(name("problem")));
        }
    }

    static byte[] bytes(SaajSoapMessage message) {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException ours) {
            throw new IllegalStateException("memory cannot be written", ours);
        }
        return bytes.toByteArray();
    }

    private static void yes(JsonNode json, PushAnswer answer, SOAPElement response) throws SOAPException {
        if (json.has("id")) {
            add(response, "id", json.path("id").asString());
        }
        add(response, "verdict", "accepted");
        add(response, "dryRun", json.path("dryRun").asString("false"));
        add(response, "replay", answer.headers().getOrDefault("Idempotent-Replay", "false"));
        if (json.has("signature")) {
            add(response, "receipt", json.path("signature").asString());
        }
        findings(json, response);
    }

    private static void problem(JsonNode json, SOAPElement problem) throws SOAPException {
        add(problem, "type", json.path("type").asString(""));
        add(problem, "status", json.path("status").asString(""));
        var instance = json.path("instance").asString("");
        if (instance.startsWith(PushAnswers.PATH + "/")) {
            add(problem, "id", instance.substring(PushAnswers.PATH.length() + 1));
        }
        var halves = json.path("detail").asString("").split(BETWEEN_LANGUAGES, 2);
        bilingual(problem, "detail", halves[0], halves[halves.length - 1]);
        findings(json, problem);
    }

    private static void findings(JsonNode json, SOAPElement parent) throws SOAPException {
        for (var finding : json.path("findings")) {
            var element = parent.addChildElement(name("finding"));
            element.addAttribute(new QName("rule"), finding.path("rule").asString(""));
            element.addAttribute(new QName("severity"), finding.path("severity").asString(""));
            for (var place : PLACES) {
                if (finding.path("at").has(place)) {
                    element.addAttribute(
                            new QName(place), finding.path("at").path(place).asString(""));
                }
            }
            var message = finding.path("message");
            bilingual(
                    element,
                    "message",
                    message.path("zh").asString(""),
                    message.path("en").asString(""));
            add(element, "clause", finding.path("clause").asString(""));
            add(element, "json", MAPPER.writeValueAsString(finding));
        }
    }

    private static void bilingual(SOAPElement parent, String member, String zh, String en) throws SOAPException {
        var element = parent.addChildElement(name(member));
        add(element, "zh", zh);
        add(element, "en", en);
    }

    private static void add(SOAPElement parent, String member, String text) throws SOAPException {
        parent.addChildElement(name(member)).addTextNode(xmlText(text));
    }

    /** XML 1.0 has no way to write some characters that a sender may have sent us. */
    private static String xmlText(String text) {
        return text.replaceAll(
                "[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static Map<String, String> headers(PushAnswer answer) {
        var kept = new TreeMap<String, String>(answer.headers());
        kept.remove("Location");
        kept.remove("Idempotent-Replay");
        if (kept.containsKey("WWW-Authenticate")) {
            kept.put("WWW-Authenticate", "Basic realm=\"jianxi\", charset=\"UTF-8\"");
        }
        return kept;
    }

    private static QName name(String local) {
        return new QName(SoapRequest.NAMESPACE, local);
    }
}
