package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.overlaps.OverlapDesk;
import org.jianxi.gateway.flow.overlaps.OverlapDesk.Ended;
import org.jianxi.gateway.flow.overlaps.WrittenClosing;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.overlaps.OverlapCase;
import org.jianxi.gateway.overlaps.OverlapCase.Side;
import org.jianxi.gateway.overlaps.OverlapList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases of overlapping placements: a unit sees those it is a side of, with its own records only, and closes its part. */
@RestController
@RequestMapping("/api/v1/overlaps")
class OverlapController {

    private static final int MOST = 200;

    private final OverlapList list;
    private final OverlapDesk desk;

    OverlapController(OverlapList list, OverlapDesk desk) {
        this.list = list;
        this.desk = desk;
    }

    record OverlapsView(List<OverlapView> overlaps) {}

    record OverlapView(
            long number,
            String kind,
            Bilingual title,
            String state,
            Instant foundAt,
            LocalDate dueOn,
            List<SideView> sides,
            Optional<String> lapsedBecause) {}

    /** @param records tokens, of the caller's own units only; what another side found is the office's to know until the case is over */
    record SideView(String sender, boolean closed, Optional<String> outcome, List<String> records) {}

    record ClosingBody(
            @Nullable String sender,
            @Nullable String outcome,
            @Nullable String text) {}

    /** Newest first, at most 200. */
    @GetMapping(produces = "application/json")
    OverlapsView page(
            @RequestParam Optional<String> state,
            @RequestParam Optional<Long> before,
            @AuthenticationPrincipal Caller caller) {
        return new OverlapsView(list.page(OwnPeople.of(caller), state, before, MOST).stream()
                .map(one -> view(one, caller))
                .toList());
    }

    @GetMapping(path = "/{number}", produces = "application/json")
    OverlapView overlap(@PathVariable long number, @AuthenticationPrincipal Caller caller) {
        var own = OwnPeople.of(caller);
        return list.find(number)
                .filter(one -> own.isEmpty()
                        || own.stream().anyMatch(sender -> one.side(sender).isPresent()))
                .map(one -> view(one, caller))
                .orElseThrow(NotThere::new);
    }

    @PostMapping(
            path = "/{number}/closing",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> close(
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody ClosingBody body,
            @AuthenticationPrincipal Caller caller) {
        var own = OwnPeople.of(caller);
        var sender = Optional.ofNullable(body.sender())
                .flatMap(Sender::parse)
                .filter(one -> own.isEmpty() || own.contains(one))
                .orElseThrow(NotThere::new);
        var written = new WrittenClosing(
                sender, body.outcome() == null ? "" : body.outcome(), body.text() == null ? "" : body.text());
        return switch (desk.close(number, written, caller.name(), dryRun)) {
            case Ended.Done done -> ResponseEntity.ok(view(done.overlap(), caller));
            case Ended.Wrong wrong -> ProblemAnswers.answer(ProblemAnswers.unprocessable(wrong.findings()));
            case Ended.NotNow notNow -> ProblemAnswers.answer(ProblemAnswers.conflict(notNow.findings()));
            case Ended.NotThere notThere -> throw new NotThere();
        };
    }

    private static OverlapView view(OverlapCase one, Caller caller) {
        return new OverlapView(
                one.number(),
                one.kind().wireName(),
                one.kind().title(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.foundAt(),
                one.dueOn(),
                one.sides().stream().map(side -> view(side, one, caller)).toList(),
                one.lapse().map(OverlapCase.Lapse::reason));
    }

    private static SideView view(Side side, OverlapCase one, Caller caller) {
        var own = OwnPeople.of(caller);
        var mine = own.isEmpty() || own.contains(side.sender());
        return new SideView(
                side.sender().code(),
                side.closing().isPresent(),
                side.closing().map(OverlapCase.Closing::outcome).filter(outcome -> mine || !one.isOpen()),
                mine ? side.records() : List.of());
    }
}
