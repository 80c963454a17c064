package org.jianxi.gateway.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.CrossMatches.Begun;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.RegistryDocument;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registries, how their runs went, and starting one; for the office alone, and nobody stands in an answer. */
@RestController
@RequestMapping("/api/v1/registries")
class RegistryController {

    private final RegistryDesk desk;

    RegistryController(RegistryDesk desk) {
        this.desk = desk;
    }

    record RegistriesView(List<Map<String, @Nullable Object>> registries, List<String> problems) {}

    @GetMapping(produces = "application/json")
    RegistriesView all() {
        var today = desk.today();
        return new RegistriesView(
                desk.all().stream().map(one -> RegistryDocument.of(one, today)).toList(),
                desk.problems().stream().map(Throwable::getMessage).toList());
    }

    /** Answers when the run stands; it goes on by itself. A dry run says whom it would ask for, by number. */
    @PostMapping(
            path = "/{name}/runs",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> start(
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @AuthenticationPrincipal Caller caller) {
        var settings = settings(name);
        if (dryRun) {
            return plan(settings);
        }
        return switch (desk.matches().begin(settings, caller.name())) {
            case Begun.Running running -> {
                var run = desk.run(settings, running.run()).orElseThrow(NotThere::new);
                yield ResponseEntity.accepted()
                        .location(URI.create("/api/v1/registries/%s/runs/%d".formatted(name, run.id())))
                        .body(RegistryDocument.of(run));
            }
            case Begun.Busy busy ->
                ProblemAnswers.answer(ProblemAnswers.problem(
                        HttpStatus.CONFLICT, "not-now", "该登记库正在比对 · another run of this registry goes on"));
            case Begun.Unable unable -> away(unable.reason());
        };
    }

    @GetMapping(path = "/{name}/runs/{id}", produces = "application/json")
    Map<String, @Nullable Object> run(@PathVariable String name, @PathVariable long id) {
        return desk.run(settings(name), id).map(RegistryDocument::of).orElseThrow(NotThere::new);
    }

    private ResponseEntity<Object> plan(RegistrySettings settings) {
        try {
            var plan = desk.matches().plan(settings);
            return ResponseEntity.ok(RegistryDocument.of(settings.name().value(), plan));
        } catch (RegistryUnavailable unavailable) {
            return away(unavailable.reason());
        }
    }

    private static ResponseEntity<Object> away(Bilingual reason) {
        return ProblemAnswers.answer(ProblemAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", reason.zh() + " · " + reason.en()));
    }

    private RegistrySettings settings(String name) {
        return Optional.of(name).flatMap(desk::find).orElseThrow(NotThere::new);
    }
}
