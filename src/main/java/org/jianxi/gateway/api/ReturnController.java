package org.jianxi.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.flow.MonthEndFlow;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.flow.Step;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provincial return: read as any of its documents, opened cell by cell, approved, filed. */
@RestController
@RequestMapping("/api/v1/returns/{period}")
class ReturnController {

    private final Provincial provincial;
    private final MonthEndFlow monthEnd;
    private final ReportingUnits units;

    ReturnController(Provincial provincial, MonthEndFlow monthEnd, ReportingUnits units) {
        this.provincial = provincial;
        this.monthEnd = monthEnd;
        this.units = units;
    }

    /** The senders whose absence is accepted. */
    record Gaps(@Nullable List<String> acceptGaps) {}

    @GetMapping
    ResponseEntity<byte[]> read(@PathVariable Period period, @RequestHeader HttpHeaders headers) {
        var format = formatOf(headers.getAccept());
        if (format.isEmpty()) {
            return ResponseEntity.status(406).build();
        }
        var view = provincial.of(period);
        var filed = new ProvincialReturn(view.revision(), view.figures(), ProvincialReturn.FilledIn.BLANK);
        var name = "云南省_就业见习工作情况汇总表_%s%s".formatted(period, format.get().extension());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.get().contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new ReturnDocuments(view.form(), units).write(format.get(), filed));
    }

    @GetMapping(path = "/cells/{indicator}", produces = "application/json")
    CellView cell(@PathVariable Period period, @PathVariable int indicator) {
        var view = provincial.of(period);
        if (view.form().find(indicator).isEmpty()) {
            throw new NotThere();
        }
        return CellView.of(view, indicator, units);
    }

    @PostMapping(
            path = "/approve",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> approve(
            @PathVariable Period period,
            @RequestBody(required = false) @Nullable Gaps gaps,
            @AuthenticationPrincipal Caller officer) {
        var named = Optional.ofNullable(gaps).map(Gaps::acceptGaps).orElse(List.of()).stream()
                .flatMap(code -> Sender.parse(code).stream())
                .toList();
        return answer(monthEnd.approve(period, officer.name(), named));
    }

    @PostMapping(
            path = "/file",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> file(@PathVariable Period period, @AuthenticationPrincipal Caller officer) {
        return answer(monthEnd.file(period, officer.name()));
    }

    private static ResponseEntity<Object> answer(Step step) {
        return switch (step) {
            case Step.Done done -> ResponseEntity.ok(WorkflowView.of(done));
            case Step.NotNow notNow ->
                ResponseEntity.status(409)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemAnswers.conflict(notNow.findings()));
        };
    }

    private static Optional<ReturnFormat> formatOf(List<MediaType> accepted) {
        if (accepted.isEmpty()) {
            return Optional.of(ReturnFormat.JSON);
        }
        return accepted.stream()
                .flatMap(type -> type.isWildcardType()
                        ? Optional.of(ReturnFormat.JSON).stream()
                        : ReturnFormat.ofContentType(type.toString()).stream())
                .findFirst();
    }
}
