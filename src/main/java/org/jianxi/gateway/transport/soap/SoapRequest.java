package org.jianxi.gateway.transport.soap;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.transport.http.PushProblem;
import org.jianxi.gateway.transport.http.PushRequest;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The element {@code submit} of {@code schemas/services/submissions.xsd}, read once.
 *
 * @param call the same facts as a push states them
 * @param sender whose return it is; empty where the key or the content says
 */
record SoapRequest(PushRequest call, Optional<Sender> sender, byte[] content) {

    static final String NAMESPACE = "urn:jianxi:services:submissions:1";
    private static final Set<String> MEMBERS =
            Set.of("dataset", "period", "sender", "contentType", "content", "signatureCms", "idempotencyKey", "dryRun");

    static SoapRequest of(Element submit) throws PushProblem {
        var members = members(submit);
        var content = bytes(PushRequest.required(members, "content"), "content");
        var call = new PushRequest(
                PushRequest.required(members, "dataset"),
                Period.parse(PushRequest.required(members, "period")).orElseThrow(PushRequest::noPeriod),
                PushRequest.dryRun(members),
                PushRequest.mediaType(Optional.ofNullable(members.get("contentType"))),
                PushRequest.idempotencyKey(Optional.ofNullable(members.get("idempotencyKey"))),
                members.containsKey("signatureCms")
                        ? Optional.of(bytes(members.get("signatureCms"), "signatureCms"))
                        : Optional.empty(),
                content.length);
        return new SoapRequest(call, sender(members), content);
    }

    private static Optional<Sender> sender(Map<String, String> members) throws PushProblem {
        var written = Optional.ofNullable(members.get("sender"));
        var sender = written.flatMap(Sender::parse);
        if (written.isPresent() && sender.isEmpty()) {
            throw PushProblem.badRequest("sender应为6位行政区划代码", "sender is a division code of six digits");
        }
        return sender;
    }

    private static Map<String, String> members(Element submit) throws PushProblem {
        var members = new TreeMap<String, String>();
        for (var child = submit.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                var name = child.getLocalName();
                if (!MEMBERS.contains(name) || !NAMESPACE.equals(child.getNamespaceURI())) {
                    throw PushProblem.badRequest(
                            "submit中有不认识的元素",
                            "submit holds an element that is none of "
                                    + MEMBERS.stream().sorted().toList());
                }
                if (members.put(name, text(child)) != null) {
                    throw PushProblem.badRequest("元素" + name + "重复", "the element " + name + " stands twice");
                }
            }
        }
        return members;
    }

    private static String text(Node member) {
        var text = member.getTextContent().strip();
        return switch (text) {
            case "1" -> member.getLocalName().equals("dryRun") ? "true" : text;
            case "0" -> member.getLocalName().equals("dryRun") ? "false" : text;
            default -> text;
        };
    }

    /** White space may stand in it, nothing else that is not base64. */
    private static byte[] bytes(String written, String name) throws PushProblem {
        try {
            return Base64.getDecoder().decode(written.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw PushProblem.badRequest(name + "应为base64", name + " must be base64");
        }
    }
}
