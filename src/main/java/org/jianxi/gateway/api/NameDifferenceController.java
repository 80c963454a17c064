package org.jianxi.gateway.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.flow.crossmatch.DifferenceDesk;
import org.jianxi.gateway.flow.crossmatch.DifferenceDesk.Shown;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.jianxi.gateway.registries.run.NameDifferences.Outcome;
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

/** Numbers that stand in a registry under another name: where the records lie, which are opened for a purpose only, and who that is. */
@RestController
@RequestMapping("/api/v1/registries/{name}/differences")
class NameDifferenceController {

    private static final int MOST = 200;

    private final RegistryDesk registries;
    private final DifferenceDesk desk;

    NameDifferenceController(RegistryDesk registries, DifferenceDesk desk) {
        this.registries = registries;
        this.desk = desk;
    }

    record DifferencesView(List<DifferenceView> differences) {}

    /** @param records addresses, which ask what for whoever looks */
    record DifferenceView(
            long id, Instant foundAt, Optional<String> outcome, Optional<String> closedBy, List<String> records) {}

    record OutcomeBody(@Nullable String outcome) {}

    /** In the order of their ids, at most 200. */
    @GetMapping(produces = "application/json")
    DifferencesView page(
            @PathVariable String name,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") long after) {
        return new DifferencesView(desk.page(settings(name), open, after, MOST).stream()
                .map(NameDifferenceController::view)
                .toList());
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
        var outcome = Arrays.stream(Outcome.values())
                .filter(one -> one != Outcome.GONE && one.wireName().equals(body.outcome()))
                .findFirst();
        if (outcome.isEmpty()) {
            return ProblemAnswers.answer(ProblemAnswers.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "rejected",
                    "outcome 应为 same-person 或 somebody-else · outcome is same-person or somebody-else"));
        }
        return switch (desk.close(settings(name), id, outcome.get(), caller.name())) {
            case DONE -> ResponseEntity.noContent().build();
            case CLOSED_BEFORE ->
                ProblemAnswers.answer(
                        ProblemAnswers.problem(HttpStatus.CONFLICT, "not-now", "已办结 · it was closed before"));
            case NOT_THERE -> throw new NotThere();
        };
    }

    private static DifferenceView view(Shown shown) {
        var one = shown.difference();
        return new DifferenceView(
                one.id(),
                one.foundAt(),
                one.outcome(),
                one.closedBy(),
                shown.records().stream().map(NameDifferenceController::address).toList());
    }

    private static String address(MarkedRecord record) {
        return "/api/v1/records/trainees/%s/%d".formatted(record.submission(), record.number());
    }

    private RegistrySettings settings(String name) {
        return registries.find(name).orElseThrow(NotThere::new);
    }
}
