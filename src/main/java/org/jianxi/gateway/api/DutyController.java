package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.duties.DutyDesk;
import org.jianxi.gateway.flow.duties.DutyReport;
import org.jianxi.gateway.flow.duties.DutyTable;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where offices stand with the programme's duties at a month's end: a sender with its own, the office with all. */
@RestController
@RequestMapping("/api/v1/duties/{period}")
class DutyController {

    private final DutyDesk desk;

    DutyController(DutyDesk desk) {
        this.desk = desk;
    }

    /** @param size of the ledger, as of which; now where it is left out */
    @GetMapping(produces = "application/json")
    DutyView duties(
            @PathVariable Period period, @RequestParam Optional<Long> size, @AuthenticationPrincipal Caller caller) {
        return DutyView.of(read(period, size, caller));
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> table(
            @PathVariable Period period, @RequestParam Optional<Long> size, @AuthenticationPrincipal Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("duties-%s.csv".formatted(period)))
                .body(DutyTable.of(read(period, size, caller)));
    }

    private DutyReport read(Period period, Optional<Long> size, Caller caller) {
        return desk.of(period, size, OwnPeople.of(caller)).orElseThrow(NotThere::new);
    }
}
