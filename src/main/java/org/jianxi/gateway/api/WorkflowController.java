package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.api.OfficeController.ReasonBody;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.Explanations;
import org.jianxi.gateway.flow.MonthEndFlow;
import org.jianxi.gateway.flow.Months;
import org.jianxi.gateway.flow.RepeatedExplanations;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a month stands in its workflow, the withdrawal of an approval, and the lists that reasons are chosen from. */
@RestController
class WorkflowController {

    private final Months months;
    private final MonthEndFlow monthEnd;
    private final Reasons reasons;
    private final Explanations explanations;

    WorkflowController(Months months, MonthEndFlow monthEnd, Reasons reasons, Explanations explanations) {
        this.months = months;
        this.monthEnd = monthEnd;
        this.reasons = reasons;
        this.explanations = explanations;
    }

    /**
     * @param state a wire name of {@link org.jianxi.gateway.filing.month.Month}
     * @param missing units without a return that stands
     * @param returned units whose return was sent back and is not answered
     * @param approvals that hold now, newest first
     */
    record MonthView(
            String period,
            int revision,
            String state,
            Bilingual title,
            List<String> missing,
            List<String> returned,
            List<ApprovalView> approvals) {}

    record ApprovalView(String approvedBy, Instant approvedAt) {

        static ApprovalView of(Approval one) {
            return new ApprovalView(one.approvedBy(), one.approvedAt());
        }
    }

    /** @param percent repeated of all that were said; absent where nothing was explained */
    record ExplanationsView(
            String period,
            int explanations,
            int repeated,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> percent,
            List<ReasonCount> reasons,
            List<GroupView> groups) {

        static ExplanationsView of(RepeatedExplanations one) {
            return new ExplanationsView(
                    one.period().toString(),
                    one.said(),
                    one.repeated(),
                    one.percent(),
                    one.reasons().entrySet().stream()
                            .map(count -> new ReasonCount(count.getKey(), count.getValue()))
                            .toList(),
                    one.groups().stream().map(GroupView::of).toList());
        }
    }

    /** @param reason code of the list of explanations; empty text for those that begin with none of it */
    record ReasonCount(String reason, int count) {}

    record GroupView(String text, List<UseView> uses) {

        static GroupView of(RepeatedExplanations.Group group) {
            return new GroupView(
                    group.text(),
                    group.uses().stream()
                            .map(one -> new UseView(
                                    one.sender().code(), one.period().toString(), one.rule()))
                            .toList());
        }
    }

    record UseView(String sender, String period, String rule) {}

    record ReasonsView(List<ListView> lists) {}

    record ListView(String use, List<Reasons.Reason> reasons) {}

    @GetMapping(path = "/api/v1/returns/{period}/workflow", produces = "application/json")
    MonthView workflow(@PathVariable Period period) {
        var standing = months.of(period);
        var facts = standing.month().facts();
        return new MonthView(
                period.toString(),
                standing.next().view().revision(),
                standing.month().wireName(),
                standing.month().title(),
                facts.missing().stream().map(Sender::code).sorted().toList(),
                facts.returned().stream().map(Sender::code).sorted().toList(),
                months.given(standing.next()).stream().map(ApprovalView::of).toList());
    }

    @PostMapping(
            path = "/api/v1/returns/{period}/withdraw-approval",
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> withdraw(
            @PathVariable Period period, @RequestBody ReasonBody why, @AuthenticationPrincipal Caller officer) {
        return OfficeController.answer(
                monthEnd.withdrawApproval(period, officer.name(), why.written()), () -> workflow(period));
    }

    @GetMapping(path = "/api/v1/reasons", produces = "application/json")
    ReasonsView reasons() {
        return new ReasonsView(Arrays.stream(Reasons.Use.values())
                .map(use -> new ListView(use.wireName(), reasons.of(use)))
                .toList());
    }

    @GetMapping(path = "/api/v1/returns/{period}/explanations", produces = "application/json")
    ExplanationsView explanations(@PathVariable Period period) {
        return ExplanationsView.of(explanations.of(period));
    }
}
