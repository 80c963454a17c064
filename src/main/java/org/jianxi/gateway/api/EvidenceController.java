package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.flow.EvidenceDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an auditor takes home of a filed return: all of it as a bundle, or one figure opened. Both verify without us. */
@RestController
@RequestMapping("/api/v1/returns/{period}")
class EvidenceController {

    private static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private final EvidenceDesk desk;

    EvidenceController(EvidenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/bundle", produces = ASIC)
    ResponseEntity<byte[]> bundle(@PathVariable Period period, @RequestParam Optional<Integer> revision) {
        var bundle = desk.bundle(period, revision).orElseThrow(NotThere::new);
        var name = "云南省_就业见习_%s_证据包.asice".formatted(period);
        return Attachment.evidence(name, bundle);
    }

    /** The figure, what it is the sum of, and the way from each part to the signed tree head; no other figure. */
    @GetMapping(path = "/cells/{indicator}", params = "proof=true", produces = "application/json")
    byte[] opened(@PathVariable Period period, @PathVariable int indicator, @RequestParam Optional<Integer> revision) {
        return JsonText.of(desk.cell(period, indicator, revision)
                .orElseThrow(NotThere::new)
                .tree());
    }
}
