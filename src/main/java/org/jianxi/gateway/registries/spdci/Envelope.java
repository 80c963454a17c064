package org.jianxi.gateway.registries.spdci;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.MemberBytes;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import tools.jackson.databind.JsonNode;

/**
 * A message whose signature was checked: its header and what it says.
 *
 * @param header with {@code message_id}, {@code sender_id}, {@code status} and the like
 */
public record Envelope(JsonNode header, JsonNode message) {

    /** Who signs, under which name, and when. */
    public record Seal(String sender, Signer signer, Instant now) {}

    /** Whose signature is expected, under which name, and when. */
    public record Expected(String sender, SigningCertificate certificate, Instant now) {}

    /** The body to be sent. */
    public static byte[] signed(Map<String, ?> header, Map<String, ?> message, Seal seal) {
        var headerText = CanonicalBytes.text(header);
        var messageText = CanonicalBytes.text(message);
        var content = (headerText + messageText).getBytes(StandardCharsets.UTF_8);
        var signature = MessageSignature.over(content, seal.sender(), seal.signer(), seal.now())
                .text();
        var signatureText = CanonicalBytes.text(Map.of("signature", signature));
        return (signatureText.substring(0, signatureText.length() - 1) + ",\"header\":" + headerText + ",\"message\":"
                        + messageText + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same without a signature, as nobody should send it. */
    public static byte[] unsigned(Map<String, ?> header, Map<String, ?> message) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("header", header);
        tree.put("message", message);
        return CanonicalBytes.of(tree);
    }

    /** Empty for anything that is no message, or that the expected sender did not sign just now. */
    public static Optional<Envelope> read(byte[] body, Expected expected) {
        try {
            var tree = StrictJson.parse(body);
            var parts = MemberBytes.of(body);
            var header = parts.getOrDefault("header", new byte[0]);
            var message = parts.getOrDefault("message", new byte[0]);
            var content = new ByteArrayOutputStream(header.length + message.length);
            content.writeBytes(header);
            content.writeBytes(message);
            return MessageSignature.read(tree.path("signature").asString(""))
                    .filter(signature -> signature.isGenuine(
                            content.toByteArray(), expected.sender(), expected.certificate(), expected.now()))
                    .filter(signature ->
                            tree.at("/header/sender_id").asString("").equals(expected.sender()))
                    .map(signature -> new Envelope(tree.path("header"), tree.path("message")));
        } catch (UnreadableDocument notJson) {
            return Optional.empty();
        }
    }

    /** Text at a pointer of the header, empty where there is none. */
    public String inHeader(String name) {
        return header.path(name).asString("");
    }
}
