package org.jianxi.gateway.console.office;

import java.util.Optional;
import org.jianxi.gateway.flow.LedgerEvidence;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Ledger;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger's entries by kind, subject and hash, each to be proved anew; what an entry says is not shown. */
@Controller
class LedgerPageController {

    private final Ledger ledger;
    private final LedgerEvidence evidence;

    LedgerPageController(Ledger ledger, LedgerEvidence evidence) {
        this.ledger = ledger;
        this.evidence = evidence;
    }

    /**
     * @param before only entries below this position
     * @param verify the position of the entry to prove
     */
    @GetMapping("/console/ledger")
    String read(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam Optional<Long> verify,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var shown = verify.flatMap(evidence::proof);
        var page = new LedgerPage(evidence.checkpoint(), ledger.log().before(before, LedgerPage.ENTRIES), shown);
        model.addAttribute("page", page);
        model.addAttribute("caller", caller.name());
        return "console/ledger";
    }
}
