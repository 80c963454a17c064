package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.derived.DerivedDesk;
import org.jianxi.gateway.flow.derived.ReconciliationDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures that follow from the units' records, beside those they reported, and what explains the differences. */
@RestController
class DerivedController {

    private final DerivedDesk derived;
    private final ReconciliationDesk reconciliations;

    DerivedController(DerivedDesk derived, ReconciliationDesk reconciliations) {
        this.derived = derived;
        this.reconciliations = reconciliations;
    }

    /** @param size of the ledger, as of which; now where it is left out */
    @GetMapping(path = "/api/v1/derived/{period}", produces = "application/json")
    DerivedView month(@PathVariable Period period, @RequestParam Optional<Long> size) {
        return derived.of(period, size).map(DerivedView::of).orElseThrow(NotThere::new);
    }

    @GetMapping(path = "/api/v1/reconciliations/{period}/{sender}", produces = "application/json")
    ReconciliationView reconciliation(
            @PathVariable Period period, @PathVariable String sender, @RequestParam Optional<Long> size) {
        return Sender.parse(sender)
                .flatMap(unit -> reconciliations.of(period, unit, size))
                .map(ReconciliationView::of)
                .orElseThrow(NotThere::new);
    }
}
