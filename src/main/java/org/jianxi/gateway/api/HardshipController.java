package org.jianxi.gateway.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.api.MarkView.HardshipView;
import org.jianxi.gateway.flow.hardship.HardshipDesk;
import org.jianxi.gateway.flow.hardship.HardshipDesk.Actor;
import org.jianxi.gateway.flow.hardship.HardshipDesk.Ended;
import org.jianxi.gateway.flow.hardship.WrittenAct;
import org.jianxi.gateway.flow.hardship.WrittenWords;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.MarkList.Wanted;
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

/** Hardship marks: a sender sees those of its own people and objects to them; the office decides; auditors read. */
@RestController
@RequestMapping("/api/v1/hardship/marks")
class HardshipController {

    private static final int MOST = 200;

    private final MarkList list;
    private final HardshipDesk desk;
    private final WrittenWords words;
    private final Clock clock;

    HardshipController(MarkList list, HardshipDesk desk, WrittenWords words, Clock clock) {
        this.list = list;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** @param next id to ask for the page after this with; empty on the last */
    record MarksView(List<MarkView> marks, Optional<String> next) {}

    record ActsView(List<ActView> acts) {}

    /** @param words what was written, where the caller said what for it wants to read it */
    record ActView(
            int number, Instant at, String by, String act, String state, boolean sealed, Optional<String> words) {}

    record ActBody(
            @Nullable String act,
            @Nullable String reason,
            @Nullable HardshipView hardship) {

        WrittenAct read() {
            return new WrittenAct(
                    act == null ? "" : act,
                    reason == null ? "" : reason,
                    Optional.ofNullable(hardship).map(HardshipView::read));
        }
    }

    @GetMapping(produces = "application/json")
    MarksView page(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> registry,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        var most = Math.clamp(limit, 1, MOST);
        var found = list.page(new Wanted(scope(caller).senders(), state, registry, after, most));
        var next = Optional.of(found)
                .filter(page -> page.size() == most)
                .map(page -> page.getLast().mark().id());
        return new MarksView(found.stream().map(MarkView::of).toList(), next);
    }

    @GetMapping(path = "/{id}", produces = "application/json")
    MarkView mark(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return list.find(id, scope(caller).senders()).map(MarkView::of).orElseThrow(NotThere::new);
    }

    /** What was done to it; what was written with that only for a stated purpose, and then the look is in the audit. */
    @GetMapping(path = "/{id}/acts", produces = "application/json")
    ActsView acts(
            @PathVariable String id, @RequestParam Optional<String> purpose, @AuthenticationPrincipal Caller caller) {
        mark(id, caller);
        return new ActsView(words.of(id, purpose, caller.name(), clock.instant()).stream()
                .map(one -> new ActView(
                        one.past().number(),
                        one.past().at(),
                        one.past().actor(),
                        one.past().act(),
                        one.past().state(),
                        one.past().words().isPresent(),
                        one.words()))
                .toList());
    }

    @PostMapping(
            path = "/{id}/acts",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> act(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody ActBody body,
            @AuthenticationPrincipal Caller caller) {
        var written = body.read();
        if (!caller.isOffice() && !written.act().equals(WrittenAct.OBJECT)) {
            mark(id, caller);
            return ProblemAnswers.answer(ProblemAnswers.problem(
                    HttpStatus.FORBIDDEN, "forbidden", "报送单位只可提出异议（object） · a sender only objects (object)"));
        }
        return switch (desk.act(id, written, scope(caller), dryRun)) {
            case Ended.Done done -> ResponseEntity.ok(MarkView.of(done.marked()));
            case Ended.Wrong wrong -> ProblemAnswers.answer(ProblemAnswers.unprocessable(wrong.findings()));
            case Ended.NotNow notNow -> ProblemAnswers.answer(ProblemAnswers.conflict(notNow.findings()));
            case Ended.NotThere notThere -> throw new NotThere();
        };
    }

    private static Actor scope(Caller caller) {
        return new Actor(caller.name(), OwnPeople.of(caller));
    }
}
