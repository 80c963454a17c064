package org.jianxi.gateway.console.office;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.derived.DerivedDesk;
import org.jianxi.gateway.flow.derived.ReconciliationDesk;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What the units' records say beside what they reported, and why one unit's differ. */
@Controller("derivedPages")
class DerivedController {

    private final DerivedDesk derived;
    private final ReconciliationDesk reconciliations;

    DerivedController(DerivedDesk derived, ReconciliationDesk reconciliations) {
        this.derived = derived;
        this.reconciliations = reconciliations;
    }

    @GetMapping("/console/derived/{period}")
    String month(@PathVariable Period period, @AuthenticationPrincipal Caller caller, Model model) {
        derived.of(period, Optional.empty()).ifPresent(month -> model.addAttribute("month", month));
        model.addAttribute("period", period);
        model.addAttribute("caller", caller.name());
        return "console/derived";
    }

    @GetMapping("/console/derived/{period}/{sender}")
    String unit(
            @PathVariable Period period,
            @PathVariable String sender,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var unit = Sender.parse(sender)
                .flatMap(one -> derived.of(period, Optional.empty())
                        .flatMap(month -> month.of(one)
                                .map(figures ->
                                        ReconciliationPage.of(month, figures, reconciliations.of(month, figures)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", unit);
        model.addAttribute("period", period);
        model.addAttribute("caller", caller.name());
        return "console/reconciliation";
    }
}
