package org.jianxi.gateway.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.flow.inquiries.InquiryDesk.Ended;
import org.jianxi.gateway.flow.inquiries.WrittenClosing;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.inquiries.InquiryList.Wanted;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What the calls of every matter have in common: a unit sees the inquiries it is a side of, and closes its own part. */
record InquiryCalls(InquiryList list, InquiryDesk desk) {

    private static final int MOST = 200;

    record ClosingBody(
            @Nullable String sender,
            @Nullable String outcome,
            @Nullable String text) {}

    /** Which ones; newest first. */
    record Asked(Optional<String> kind, Optional<String> state, Optional<Long> before) {}

    /** At most 200. */
    List<InquiryView> page(Asked asked, Caller caller) {
        var own = OwnPeople.of(caller);
        return list.page(new Wanted(own, asked.kind(), asked.state(), asked.before()), MOST).stream()
                .map(one -> InquiryView.of(one, own))
                .toList();
    }

    InquiryView one(long number, Caller caller) {
        var own = OwnPeople.of(caller);
        return list.find(number)
                .filter(one -> own.isEmpty()
                        || own.stream().anyMatch(sender -> one.side(sender).isPresent()))
                .map(one -> InquiryView.of(one, own))
                .orElseThrow(NotThere::new);
    }

    ResponseEntity<Object> close(long number, ClosingBody body, Caller caller, boolean dryRun) {
        var own = OwnPeople.of(caller);
        var sender = Optional.ofNullable(body.sender())
                .flatMap(Sender::parse)
                .filter(one -> own.isEmpty() || own.contains(one))
                .orElseThrow(NotThere::new);
        var written = new WrittenClosing(
                sender, Objects.requireNonNullElse(body.outcome(), ""), Objects.requireNonNullElse(body.text(), ""));
        return switch (desk.close(number, written, caller.name(), dryRun)) {
            case Ended.Done done -> ResponseEntity.ok(InquiryView.of(done.inquiry(), own));
            case Ended.Wrong wrong -> ProblemAnswers.answer(ProblemAnswers.unprocessable(wrong.findings()));
            case Ended.NotNow notNow -> ProblemAnswers.answer(ProblemAnswers.conflict(notNow.findings()));
            case Ended.NotThere notThere -> throw new NotThere();
        };
    }
}
