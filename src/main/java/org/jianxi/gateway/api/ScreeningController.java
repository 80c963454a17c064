package org.jianxi.gateway.api;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What records make look like a false claim: a unit sees what it is a side of, with its own records only, and closes its part. */
@RestController
@RequestMapping("/api/v1/screenings")
class ScreeningController {

    private final InquiryCalls calls;

    ScreeningController(InquiryList screeningList, InquiryDesk screeningDesk) {
        this.calls = new InquiryCalls(screeningList, screeningDesk);
    }

    record ScreeningsView(List<InquiryView> screenings) {}

    /** Newest first, at most 200. */
    @GetMapping(produces = "application/json")
    ScreeningsView page(
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> state,
            @RequestParam Optional<Long> before,
            @AuthenticationPrincipal Caller caller) {
        return new ScreeningsView(calls.page(new InquiryCalls.Asked(kind, state, before), caller));
    }

    @GetMapping(path = "/{number}", produces = "application/json")
    InquiryView screening(@PathVariable long number, @AuthenticationPrincipal Caller caller) {
        return calls.one(number, caller);
    }

    @PostMapping(
            path = "/{number}/closing",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> close(
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody InquiryCalls.ClosingBody body,
            @AuthenticationPrincipal Caller caller) {
        return calls.close(number, body, caller, dryRun);
    }
}
