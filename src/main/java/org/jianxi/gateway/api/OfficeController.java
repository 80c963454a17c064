package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.flow.LateExceptionDesk;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.SendingBackDesk;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the office does about one unit's return: sends it back, takes that back, excuses lateness. The unit reads what was done. */
@RestController
class OfficeController {

    private final SendingBackDesk sendingBack;
    private final LateExceptionDesk exceptions;
    private final ReturnedSubmissions returned;
    private final LateExceptions recorded;
    private final ReadableSubmissions readable;

    OfficeController(
            SendingBackDesk sendingBack,
            LateExceptionDesk exceptions,
            ReturnedSubmissions returned,
            LateExceptions recorded,
            ReadableSubmissions readable) {
        this.sendingBack = sendingBack;
        this.exceptions = exceptions;
        this.returned = returned;
        this.recorded = recorded;
        this.readable = readable;
    }

    /** @param reason code of a list of {@code /api/v1/reasons} */
    record ReasonBody(@Nullable String reason, @Nullable String text) {

        WrittenReason written() {
            return new WrittenReason(reason == null ? "" : reason, text == null ? "" : text);
        }
    }

    record ExceptionBody(
            @Nullable String sender,
            @Nullable LocalDate until,
            @Nullable String reason,
            @Nullable String text) {}

    record ExceptionsView(List<ExceptionView> exceptions) {}

    record ExceptionView(String sender, LocalDate until, String reason, String text, Instant at) {

        static ExceptionView of(LateException one) {
            return new ExceptionView(one.sender().code(), one.until(), one.reason(), one.words(), one.at());
        }
    }

    record ReturnsView(List<ReturnView> returns) {}

    /** @param state {@code open}, {@code answered} by the unit's next revision, or {@code undone} */
    record ReturnView(Instant at, String reason, String text, String state, Optional<Instant> undoneAt) {

        static ReturnView of(SentBack one) {
            var act = one.act();
            return new ReturnView(act.at(), act.reason(), act.words(), one.state(), one.undoneAt());
        }
    }

    @GetMapping(path = "/api/v1/submissions/{id}/returns", produces = "application/json")
    ReturnsView returns(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return view(readable.get(id, caller).id());
    }

    @PostMapping(
            path = "/api/v1/submissions/{id}/return",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> sendBack(
            @PathVariable String id, @RequestBody ReasonBody why, @AuthenticationPrincipal Caller officer) {
        return answer(sendingBack.sendBack(id, why.written(), officer.name()), () -> view(id));
    }

    @PostMapping(
            path = "/api/v1/submissions/{id}/return/undo",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> undo(@PathVariable String id, @AuthenticationPrincipal Caller officer) {
        return answer(sendingBack.takeBack(id, officer.name()), () -> view(id));
    }

    @PostMapping(
            path = "/api/v1/windows/{period}/exceptions",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> except(
            @PathVariable Period period, @RequestBody ExceptionBody body, @AuthenticationPrincipal Caller officer) {
        var sender = Optional.ofNullable(body.sender()).flatMap(Sender::parse).orElseThrow(NotThere::new);
        var until = Optional.ofNullable(body.until()).orElse(LocalDate.EPOCH);
        var why = new ReasonBody(body.reason(), body.text()).written();
        return answer(exceptions.record(period, sender, until, why, officer.name()), () -> body);
    }

    /** The one that counts of each unit; a unit reads its own. */
    @GetMapping(path = "/api/v1/windows/{period}/exceptions", produces = "application/json")
    ExceptionsView exceptions(@PathVariable Period period, @AuthenticationPrincipal Caller caller) {
        return new ExceptionsView(recorded.of(period).stream()
                .filter(one -> caller.mayReadWordsTo(one.sender()))
                .map(ExceptionView::of)
                .toList());
    }

    static ResponseEntity<Object> answer(OfficeStep step, Supplier<?> done) {
        return switch (step) {
            case OfficeStep.Done nothing -> ResponseEntity.ok(done.get());
            case OfficeStep.Wrong wrong -> ProblemAnswers.answer(ProblemAnswers.unprocessable(wrong.findings()));
            case OfficeStep.NotNow notNow -> ProblemAnswers.answer(ProblemAnswers.conflict(notNow.findings()));
            case OfficeStep.NotThere notThere -> throw new NotThere();
        };
    }

    private ReturnsView view(String submission) {
        return new ReturnsView(
                returned.of(submission).stream().map(ReturnView::of).toList());
    }
}
