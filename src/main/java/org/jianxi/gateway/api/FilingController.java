package org.jianxi.gateway.api;

import java.time.Clock;
import java.util.Base64;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.flow.FilingStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
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

    @GetMapping(path = "/api/v1/returns/{period}/filing", produces = "application/json")
    FilingView filing(@PathVariable Period period) {
        return status.of(period).map(progress -> FilingView.of(progress, json)).orElseThrow(NotThere::new);
    }

    /** Nobody needs a key here: what is not signed by the ministry is an incident and changes nothing. */
    @PostMapping(path = "/api/v1/ministry/acknowledgements", consumes = "application/json")
    ResponseEntity<Void> acknowledgement(
            @RequestHeader("Signature-CMS") String signature, @RequestBody byte[] content) {
        var known = desk.getIfAvailable();
        if (known == null || content.length > LONGEST_ACKNOWLEDGEMENT) {
            throw new NotThere();
        }
        if (!known.takePushed(new SignedAcknowledgement(content, decoded(signature)), clock.instant())) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ResponseEntity.noContent().build();
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException notBase64) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", notBase64);
        }
    }
}
