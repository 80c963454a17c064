package org.jianxi.gateway.sandbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Sm3;

/** What the sandbox knows and signs, without the wire. Safe for many threads. */
public final class MinistryDesk {

    private final SealVerifier gateway;
    private final Signer ministry;
    private final Signer stranger;
    private final Clock clock;
    private final Map<String, ReceivedMessage> received = new LinkedHashMap<>();

    /**
     * @param gateway pinned to the certificate messages must be signed with
     * @param ministry the key acknowledgements are signed with
     * @param stranger the key bad signatures are made with
     */
    public MinistryDesk(SealVerifier gateway, Signer ministry, Signer stranger, Clock clock) {
        this.gateway = gateway;
        this.ministry = ministry;
        this.stranger = stranger;
        this.clock = clock;
    }

    synchronized List<ReceivedMessage> received() {
        return List.copyOf(received.values());
    }

    synchronized Optional<ReceivedMessage> find(String messageId) {
        return Optional.ofNullable(received.get(messageId));
    }

    /** Why a message is not even looked at: no id, no good signature, or an id that was used for other bytes. */
    Optional<Refusal> refuse(String messageId, byte[] body, byte[] signature) {
        if (messageId.isBlank()) {
            return Optional.of(new Refusal(400, "no Message-Id"));
        }
        if (gateway.checkDetached(signature, body, clock.instant()) instanceof Seal.Refused refused) {
            return Optional.of(new Refusal(400, refused.refusal().message().en()));
        }
        return find(messageId)
                .filter(known -> !Arrays.equals(known.body(), body))
                .map(known -> new Refusal(409, "this Message-Id came before with other bytes"));
    }

    /** Keeps a message that was not refused; one that is known already gets the acknowledgement it got then. */
    synchronized ReceivedMessage take(String messageId, String contentType, byte[] body, Behaviour behaviour) {
        return received.computeIfAbsent(messageId, id -> {
            var number = "ACK-%06d".formatted(received.size() + 1);
            var content = acknowledgement(number, id, Sm3.of(body), behaviour);
            var accepted = !(behaviour instanceof Behaviour.Reject);
            return new ReceivedMessage(id, contentType, body, content, ministry.signDetached(content), accepted);
        });
    }

    Optional<ReceivedMessage> retract(String messageId, String reason) {
        return find(messageId).map(message -> {
            var digest = Sm3.of(message.body());
            var content = acknowledgement("RET-" + messageId, messageId, digest, new Behaviour.Reject(reason));
            return answered(message, content, ministry.signDetached(content));
        });
    }

    ReceivedMessage asIfOfAnother(ReceivedMessage message) {
        var content = acknowledgement("ACK-999999", "another-message", Sm3.of(message.body()), new Behaviour.Normal());
        return answered(message, content, ministry.signDetached(content));
    }

    ReceivedMessage signedByAStranger(ReceivedMessage message) {
        return answered(message, message.acknowledgement(), stranger.signDetached(message.acknowledgement()));
    }

    private static ReceivedMessage answered(ReceivedMessage message, byte[] content, byte[] signature) {
        return new ReceivedMessage(
                message.messageId(), message.contentType(), message.body(), content, signature, message.accepted());
    }

    private byte[] acknowledgement(String number, String messageId, Digest digest, Behaviour behaviour) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("acknowledgementId", number);
        tree.put("messageId", messageId);
        tree.put("digest", digest.hex());
        tree.put("receivedAt", clock.instant().toString());
        if (behaviour instanceof Behaviour.Reject reject) {
            tree.put("verdict", "rejected");
            tree.put("reason", reject.reason());
        } else {
            tree.put("verdict", "accepted");
        }
        return CanonicalBytes.of(tree);
    }

    /** An answer without a signature: a status and why. */
    record Refusal(int status, String reason) {}
}
