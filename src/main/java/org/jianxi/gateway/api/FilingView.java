package org.jianxi.gateway.api;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.filing.TypedAcknowledgements.Typed;
import org.jianxi.gateway.flow.FilingStatus.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One filing and how far it has come.
 *
 * @param number of a correction, counting from 1 in its period
 * @param corrects message id of the filing it corrects
 * @param state {@code waiting}, {@code unconfirmed} (sent, not acknowledged), {@code acknowledged} or {@code rejected}
 */
record FilingView(
        String messageId,
        int revision,
        Optional<Integer> number,
        Optional<String> corrects,
        String approvedBy,
        String filedBy,
        Instant filedAt,
        String state,
        int tries,
        Optional<String> lastError,
        List<AcknowledgementView> acknowledgements,
        List<TypedView> typedAcknowledgements) {

    /** The ministry's words and its signature over exactly these bytes, base64. */
    record AcknowledgementView(JsonNode acknowledgement, String content, String signature) {}

    /** An officer's word about the ministry's; no signature stands behind it. */
    record TypedView(String number, String verdict, Instant receivedAt, String words, String by, Instant at) {

        static TypedView of(Typed one) {
            return new TypedView(
                    one.number(), one.verdict().wireName(), one.receivedAt(), one.words(), one.by(), one.at());
        }
    }

    static FilingView of(Progress progress, JsonMapper json) {
        var filed = progress.filed();
        var outbox = progress.outbox();
        return new FilingView(
                filed.messageId(),
                filed.revision(),
                filed.correction().map(FiledReturns.Correction::number),
                filed.correction().map(FiledReturns.Correction::corrects),
                filed.approvedBy(),
                filed.filedBy(),
                filed.filedAt(),
                outbox.state().wireName(),
                outbox.tries(),
                outbox.lastError(),
                progress.acknowledgements().stream()
                        .map(one -> acknowledgement(one, json))
                        .toList(),
                progress.typed().stream().map(TypedView::of).toList());
    }

    private static AcknowledgementView acknowledgement(SignedAcknowledgement signed, JsonMapper json) {
        var encoder = Base64.getEncoder();
        return new AcknowledgementView(
                json.readTree(signed.content()),
                encoder.encodeToString(signed.content()),
                encoder.encodeToString(signed.signature()));
    }
}
