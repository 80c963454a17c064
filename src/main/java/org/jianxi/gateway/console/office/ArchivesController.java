package org.jianxi.gateway.console.office;

import org.jianxi.gateway.flow.yearly.YearDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A year of returns to be saved and kept. */
@Controller
class ArchivesController {

    private final YearDesk desk;

    ArchivesController(YearDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/console/archives/{year}")
    ResponseEntity<byte[]> archive(@PathVariable int year) {
        var content = desk.of(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Saved.as("year-archive-%d.asice".formatted(year), "application/vnd.etsi.asic-e+zip", content);
    }
}
