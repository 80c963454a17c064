package org.jianxi.gateway.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.DeliveryState;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices as a caller may see them, a source its own and the office all, and sent once more. */
@RestController
@RequestMapping("/api/v1/webhooks/deliveries")
class WebhookController {

    private static final int MOST = 200;

    private final NoticeDeliveries deliveries;
    private final Audit audit;
    private final Clock clock;

    WebhookController(NoticeDeliveries deliveries, Audit audit, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    record DeliveriesView(List<DeliveryView> deliveries) {}

    /** The newest 200, newest first. */
    @GetMapping(produces = "application/json")
    DeliveriesView newest(@RequestParam Optional<String> state, @AuthenticationPrincipal Caller caller) {
        var wanted = state.map(name -> DeliveryState.named(name).orElseThrow(NotThere::new));
        return new DeliveriesView(deliveries.newest(scopeOf(caller), wanted, MOST).stream()
                .map(DeliveryView::of)
                .toList());
    }

    @PostMapping(path = "/{id}/replay", produces = "application/json")
    ResponseEntity<DeliveryView> replay(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var now = clock.instant();
        var replayed = deliveries.replay(scopeOf(caller), id, now).orElseThrow(NotThere::new);
        audit.record(now, new Audit.Deed(caller.name(), "notice-replayed", id, ""));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(DeliveryView.of(replayed));
    }

    private static Scope scopeOf(Caller caller) {
        return caller.isOffice() ? Scope.ALL : new Scope(caller.source(), caller.senders());
    }
}
