package org.jianxi.gateway.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of a registry without a number that may be ours: why, both sides by name for a stated purpose, and who that is. */
@RestController
@RequestMapping("/api/v1/registries/{name}/candidates")
class CandidateController {

    private static final int MOST = 200;

    private final RegistryDesk registries;
    private final ReviewDesk desk;

    CandidateController(RegistryDesk registries, ReviewDesk desk) {
        this.registries = registries;
        this.desk = desk;
    }

    record CandidatesView(List<CandidateView> candidates) {}

    record OutcomeBody(@Nullable String outcome, @Nullable String reason) {}

    /** In the order of their ids, at most 200. */
    @GetMapping(produces = "application/json")
    CandidatesView page(
            @PathVariable String name,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") long after) {
        return new CandidatesView(desk.page(settings(name), open, after, MOST).stream()
                .map(CandidateView::of)
                .toList());
    }

    @GetMapping(path = "/{id}", produces = "application/json")
    CandidateView one(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam Optional<String> purpose,
            @RequestParam Optional<String> legalBasis,
            @AuthenticationPrincipal Caller caller) {
        var reason = new LookReason(caller.name(), purpose.orElse(""), legalBasis);
        return desk.open(settings(name), id, reason).map(CandidateView::of).orElseThrow(NotThere::new);
    }

    @PostMapping(
            path = "/{id}/closing",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> close(
            @PathVariable String name,
            @PathVariable long id,
            @RequestBody OutcomeBody body,
            @AuthenticationPrincipal Caller caller) {
        var decision = ReviewDesk.Decision.of(
                Objects.requireNonNullElse(body.outcome(), ""),
                Objects.requireNonNullElse(body.reason(), ""),
                caller.name());
        if (decision.isEmpty()) {
            return ProblemAnswers.answer(
                    ProblemAnswers.problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "rejected",
                            "outcome 应为 same-person、not-the-same 或 cannot-tell，reason 应有4至200字"
                                    + " · outcome is same-person, not-the-same or cannot-tell, and reason has 4 to 200 characters"));
        }
        return switch (desk.close(settings(name), id, decision.get())) {
            case DONE -> ResponseEntity.noContent().build();
            case CLOSED_BEFORE ->
                ProblemAnswers.answer(
                        ProblemAnswers.problem(HttpStatus.CONFLICT, "not-now", "已办结 · it was closed before"));
            case NOT_THERE -> throw new NotThere();
        };
    }

    private RegistrySettings settings(String name) {
        return registries.find(name).orElseThrow(NotThere::new);
    }
}
