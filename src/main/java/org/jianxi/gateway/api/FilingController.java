package org.jianxi.gateway.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.flow.FilingStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far the filed return has come, and the door for what the ministry says by itself. */
@RestController
class FilingController {

    private static final int LONGEST_ACKNOWLEDGEMENT = 64 * 1024;

    private final FilingStatus status;
    private final ObjectProvider<AcknowledgementDesk> desk;
    private final Clock clock;
    private final JsonMapper json;

    FilingController(FilingStatus status, ObjectProvider<AcknowledgementDesk> desk, Clock clock, JsonMapper json) {
        this.status = status;
        this.desk = desk;
        this.clock = clock;
        this.json = json;
    }

    /** @param state {@code waiting}, {@code unconfirmed} (sent, not acknowledged), {@code acknowledged} or {@code rejected} */
    record FilingView(
            String messageId,
            int revision,
            String approvedBy,
            String filedBy,
            Instant filedAt,
            String state,
            int tries,
            Optional<String> lastError,
            List<AcknowledgementView> acknowledgements) {}

    /** The ministry's words and its signature over exactly these bytes, base64. */
    record AcknowledgementView(JsonNode acknowledgement, String content, String signature) {}

    @GetMapping(path = "/api/v1/returns/{period}/filing", produces = "application/json")
    FilingView filing(@PathVariable Period period) {
        return status.of(period).map(this::view).orElseThrow(NotThere::new);
    }

    /** Nobody needs a key here: what is not signed by the ministry is an incident and changes nothing. */
    @PostMapping(path = "/api/v1/ministry/acknowledgements", consumes = "application/json")
    ResponseEntity<Void> acknowledgement(
            @RequestHeader("Signature-CMS") String signature, @RequestBody byte[] content) {
        var known = desk.getIfAvailable();
        if (known == null || content.length > LONGEST_ACKNOWLEDGEMENT) {
            return ResponseEntity.notFound().build();
        }
        var taken = known.takePushed(
                new SignedAcknowledgement(content, Base64.getDecoder().decode(signature)), clock.instant());
        return taken
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableContent().build();
    }

    private FilingView view(FilingStatus.Progress progress) {
        var filed = progress.filed();
        var outbox = progress.outbox();
        return new FilingView(
                filed.messageId(),
                filed.revision(),
                filed.approvedBy(),
                filed.filedBy(),
                filed.filedAt(),
                outbox.state().wireName(),
                outbox.tries(),
                outbox.lastError(),
                progress.acknowledgements().stream().map(this::view).toList());
    }

    private AcknowledgementView view(SignedAcknowledgement signed) {
        var encoder = Base64.getEncoder();
        return new AcknowledgementView(
                json.readTree(signed.content()),
                encoder.encodeToString(signed.content()),
                encoder.encodeToString(signed.signature()));
    }
}
