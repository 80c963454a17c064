package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.yearly.YearDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A year of returns for keeping, verifiable without us. */
@RestController
class ArchiveController {

    private static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private final YearDesk desk;

    ArchiveController(YearDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/api/v1/archives/{year}", produces = ASIC)
    ResponseEntity<byte[]> archive(@PathVariable int year) {
        var content = desk.of(year).orElseThrow(NotThere::new);
        var name = "云南省_就业见习_%d_年度归档.asice".formatted(year);
        return Attachment.evidence(name, content);
    }
}
