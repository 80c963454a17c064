package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk.Shown;
import org.jianxi.gateway.records.TraineeDescription;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.jianxi.gateway.registries.review.QueuedCandidate;
import org.jianxi.gateway.registries.review.RowDescription;

/**
 * A candidate on the wire. Bits are binary logarithms of how much likelier the pair is one person than two.
 *
 * @param probability between 0 and 1, four decimals
 * @param records addresses, which ask what for whoever looks
 * @param sides both by name, where they were asked for with a purpose
 */
record CandidateView(
        long id,
        LocalDate snapshotOn,
        long line,
        Instant foundAt,
        Weighed weighed,
        List<String> records,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ClosedView> closed,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Sides> sides) {

    /** prior and steps add up to total. */
    record Weighed(double prior, List<StepView> steps, double total, String probability) {}

    record StepView(String field, String level, Bilingual label, double bits) {}

    record ClosedView(String outcome, String by, Instant at) {}

    record Sides(Optional<SideView> registry, Optional<SideView> ours) {}

    record SideView(String name, Optional<LocalDate> birthDate, Optional<String> division) {

        static SideView of(RowDescription row) {
            return new SideView(row.name(), row.birthDate(), row.division());
        }

        static SideView of(TraineeDescription ours) {
            return new SideView(ours.name(), ours.birthDate(), ours.division());
        }
    }

    static CandidateView of(Shown shown) {
        return of(shown, Optional.empty());
    }

    static CandidateView of(ReviewDesk.Opened opened) {
        return of(
                opened.shown(),
                Optional.of(
                        new Sides(opened.row().map(SideView::of), opened.ours().map(SideView::of))));
    }

    private static CandidateView of(Shown shown, Optional<Sides> sides) {
        var one = shown.candidate();
        return new CandidateView(
                one.id(),
                one.of().day(),
                one.line(),
                one.foundAt(),
                weighed(one.why()),
                shown.records().stream().map(CandidateView::address).toList(),
                one.closed().map(CandidateView::closed),
                sides);
    }

    private static ClosedView closed(QueuedCandidate.Closing closing) {
        return new ClosedView(closing.outcome(), closing.by(), closing.at());
    }

    private static Weighed weighed(Waterfall why) {
        var steps = why.steps().stream()
                .map(step -> new StepView(step.field(), step.level(), step.label(), step.bits()))
                .toList();
        return new Weighed(why.prior(), steps, why.total(), why.shown());
    }

    private static String address(MarkedRecord record) {
        return "/api/v1/records/trainees/%s/%d".formatted(record.submission(), record.number());
    }
}
