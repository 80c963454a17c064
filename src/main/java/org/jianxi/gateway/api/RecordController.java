package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.records.LookLog;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.RecordSearch.Question;
import org.jianxi.gateway.records.RecordSearch.RecordId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of people: shown for a stated purpose only, and every look is told to whoever the record is about. */
@RestController
@RequestMapping(path = "/api/v1/records/{dataset}", produces = "application/json")
class RecordController {

    private static final int MOST = 100;

    private final RecordDesk desk;
    private final LookLog looks;

    RecordController(RecordDesk desk, LookLog looks) {
        this.desk = desk;
        this.looks = looks;
    }

    /** @param next what to give as {@code after} for the following page; absent at the end */
    record Page(
            List<RecordView> records,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> next) {}

    record LookView(
            String at,
            String actor,
            String purpose,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> legalBasis,
            String submission,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> number) {

        static LookView of(LookLog.Look look) {
            return new LookView(
                    look.at().toString(),
                    look.actor(),
                    look.purpose(),
                    look.legalBasis(),
                    look.submission(),
                    look.number());
        }
    }

    record Looked(List<LookView> looks) {}

    /** The key comes in a header, percent-encoded: it may be somebody's number, and addresses are logged on the way. */
    @GetMapping
    Page some(
            @PathVariable String dataset,
            @RequestParam Optional<String> purpose,
            @RequestParam Optional<String> legalBasis,
            @RequestParam Optional<Period> period,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "20") int limit,
            @RequestHeader("Record-Key") Optional<String> key,
            @AuthenticationPrincipal Caller caller) {
        var most = Math.clamp(limit, 1, MOST);
        var question = new Question(
                dataset,
                desk.sendersOf(caller),
                period,
                key.map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8)),
                after.map(RecordController::id),
                most);
        var records = desk.open(question, reason(caller, purpose, legalBasis));
        var next = Optional.of(records)
                .filter(page -> page.size() == most)
                .map(List::getLast)
                .map(last -> last.submission() + "." + last.number());
        return new Page(records, next);
    }

    @GetMapping("/{submission}/{number}")
    RecordView one(
            @PathVariable String dataset,
            @PathVariable String submission,
            @PathVariable long number,
            @RequestParam Optional<String> purpose,
            @RequestParam Optional<String> legalBasis,
            @AuthenticationPrincipal Caller caller) {
        var found = desk.find(dataset, new RecordId(submission, number), caller);
        return desk.open(found, reason(caller, purpose, legalBasis));
    }

    /** For the person's own request: who looked at any version of this record. Holds nothing of what it says. */
    @GetMapping("/{submission}/{number}/looks")
    Looked looks(
            @PathVariable String dataset,
            @PathVariable String submission,
            @PathVariable long number,
            @AuthenticationPrincipal Caller caller) {
        var found = desk.find(dataset, new RecordId(submission, number), caller);
        return new Looked(looks.of(found).stream().map(LookView::of).toList());
    }

    private static LookReason reason(Caller caller, Optional<String> purpose, Optional<String> legalBasis) {
        return new LookReason(caller.name(), purpose.orElse(""), legalBasis);
    }

    private static RecordId id(String after) {
        var dot = after.lastIndexOf('.');
        var number = dot < 0 ? "" : after.substring(dot + 1);
        if (!number.matches("[0-9]{1,9}")) {
            throw new NotThere();
        }
        return new RecordId(after.substring(0, dot), Long.parseLong(number));
    }
}
