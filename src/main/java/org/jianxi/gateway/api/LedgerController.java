package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.flow.LedgerEvidence;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.Timestamps;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as evidence: its signed tree head, and the proof that an entry is under it (RFC 9162 §2.1). */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    private final LedgerEvidence evidence;
    private final Timestamps timestamps;
    private final ReadableSubmissions readable;

    LedgerController(LedgerEvidence evidence, Timestamps timestamps, ReadableSubmissions readable) {
        this.evidence = evidence;
        this.timestamps = timestamps;
        this.readable = readable;
    }

    @GetMapping(path = "/checkpoint", produces = "application/json")
    CheckpointView checkpoint() {
        var newest = newest();
        return CheckpointView.of(newest, timestamps.of(newest.treeSize()));
    }

    @GetMapping(path = "/checkpoint", produces = "application/pkcs7-mime")
    byte[] sealedCheckpoint() {
        return newest().cms();
    }

    /** @param from the size of an older tree, such as a kept receipt's {@code treeSize}, to be shown as the beginning of this one */
    @GetMapping(path = "/proof/{id}", produces = "application/json")
    ResponseEntity<ProofView> proof(
            @PathVariable String id, @RequestParam Optional<Long> from, @AuthenticationPrincipal Caller caller) {
        if (!caller.isOffice()) {
            readable.get(id, caller);
        }
        return evidence.proof(id, from)
                .map(proof ->
                        ProofView.of(proof, timestamps.of(proof.checkpoint().treeSize())))
                .map(ResponseEntity::ok)
                .orElseThrow(NotThere::new);
    }

    private Checkpoint newest() {
        return evidence.checkpoint().orElseThrow(NotThere::new);
    }
}
