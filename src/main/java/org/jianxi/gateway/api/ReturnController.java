package org.jianxi.gateway.api;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnPdf;
import org.jianxi.gateway.flow.MonthEndFlow;
import org.jianxi.gateway.flow.PrintSettings;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.flow.Step;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final PrintSettings print;

    ReturnController(Provincial provincial, MonthEndFlow monthEnd, ReportingUnits units, PrintSettings print) {
        this.provincial = provincial;
        this.monthEnd = monthEnd;
        this.units = units;
        this.print = print;
    }

    /** The senders whose absence is accepted, and those whose figures are although they were sent back. */
    record Gaps(@Nullable List<String> acceptGaps, @Nullable List<String> acceptReturned) {}

    @GetMapping
    ResponseEntity<byte[]> read(@PathVariable Period period, @RequestHeader HttpHeaders headers) {
        var view = provincial.of(period);
        var name = "云南省_就业见习工作情况汇总表_" + period;
        if (ReturnAnswers.asksForPdf(headers)) {
            return ReturnAnswers.pdf(name, new ReturnPdf(view.form(), print.find()).write(view.toFile()));
        }
        var documents = new ReturnDocuments(view.form(), units);
        return ReturnAnswers.formatOf(headers)
                .map(format -> ReturnAnswers.document(name, format).body(documents.write(format, view.toFile())))
                .orElseGet(ReturnAnswers::notAcceptable);
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
        var accepted = Optional.ofNullable(gaps);
        return answer(monthEnd.approve(
                period,
                officer.name(),
                senders(accepted.map(Gaps::acceptGaps)),
                senders(accepted.map(Gaps::acceptReturned))));
    }

    @PostMapping(
            path = "/file",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> file(@PathVariable Period period, @AuthenticationPrincipal Caller officer) {
        return answer(monthEnd.file(period, officer.name()));
    }

    private static List<Sender> senders(Optional<List<String>> codes) {
        return codes.orElse(List.of()).stream()
                .flatMap(code -> Sender.parse(code).stream())
                .toList();
    }

    private static ResponseEntity<Object> answer(Step step) {
        return switch (step) {
            case Step.Done done -> ResponseEntity.ok(WorkflowView.of(done));
            case Step.NotNow notNow -> ProblemAnswers.answer(ProblemAnswers.conflict(notNow.findings()));
        };
    }
}
