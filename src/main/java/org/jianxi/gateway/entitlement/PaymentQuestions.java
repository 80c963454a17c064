package org.jianxi.gateway.entitlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;

/** What one claim or payment raises beside its placement, in the month asked about. */
record PaymentQuestions(DatedRules rules, Period through, PlacementAccount account, Payment payment) {

    Stream<Question> all() {
        if (!payment.isClaimed(through.lastDay())) {
            return Stream.empty();
        }
        var found = switch (payment.kind()) {
            case MONTHLY -> Stream.of(rate(), outsideAttendance());
            case REMAINDER -> Stream.of(rate(), remainder());
            case DIFFERENCE -> Stream.of(rate(), early(), share());
            case OUTSIDE -> Stream.<Optional<Question>>empty();
        };
        return found.flatMap(Optional::stream);
    }

    /** The remainder may carry the difference at once. */
    private Optional<Question> rate() {
        var stated = payment.claim().rate();
        if (stated == null) {
            return Optional.empty();
        }
        var known = new TreeSet<Long>();
        var clause = EntitlementRule.RATE.clause();
        for (var month : payment.months()) {
            var in = rules.in(month);
            if (in.isEmpty()) {
                return Optional.empty();
            }
            known.addAll(rates(in.get()));
            clause = payment.kind() == SubsidyKind.DIFFERENCE
                    ? in.get().difference().map(SubsidyRules.Difference::clause).orElse(clause)
                    : in.get().monthly().clause();
        }
        return known.contains(stated)
                ? Optional.empty()
                : Optional.of(ask(
                        EntitlementRule.RATE,
                        clause,
                        "标准%s元与所属月份适用的标准（%s元）不符".formatted(Yuan.of(stated), yuan(known)),
                        "the rate of %s yuan is not the one in force in its months (%s)"
                                .formatted(Yuan.of(stated), yuan(known))));
    }

    private Set<Long> rates(SubsidyRules in) {
        var base = in.monthly().fen();
        var more = in.difference().map(SubsidyRules.Difference::fen);
        return switch (payment.kind()) {
            case MONTHLY, OUTSIDE -> Set.of(base);
            case DIFFERENCE -> more.map(Set::of).orElse(Set.of());
            case REMAINDER -> more.map(fen -> Set.of(base, base + fen)).orElse(Set.of(base));
        };
    }

    private static String yuan(Set<Long> fen) {
        return fen.isEmpty() ? "—" : fen.stream().map(Yuan::of).collect(Collectors.joining(" / "));
    }

    private Optional<Question> outsideAttendance() {
        var first = Payment.monthOf(account.placement().startOn());
        var last = account.placement().attendedTo().map(Payment::monthOf).orElse(through);
        return outside(first, last)
                .map(months -> ask(
                        EntitlementRule.MONTHS,
                        EntitlementRule.MONTHS.clause(),
                        "所属期 %s 不在见习期间 %s 至 %s 之内".formatted(months, first, last),
                        "its months %s are not within the placement's, %s to %s".formatted(months, first, last)));
    }

    private Optional<Question> remainder() {
        var months = account.months().remaining().map(PlacementMonth::month).toList();
        if (months.isEmpty()) {
            return Optional.of(
                    askAboutRemainder(
                            "该见习记录没有可补贴的剩余月份（非未期满签订劳动合同，或不在政策期限内）",
                            "the placement has no remaining months that are subsidised: no early contract, or not within the span"));
        }
        var contract = account.placement().contract().map(Payment::monthOf).orElse(months.getFirst());
        var first = contract.compareTo(months.getFirst()) < 0 ? contract : months.getFirst();
        var last = account.placement().termTo().map(Payment::monthOf).orElse(months.getLast());
        var spanEnds = Payment.monthOf(rules.in(months.getLast())
                .flatMap(SubsidyRules::remainder)
                .filter(span -> span.of() == SubsidyRules.Begun.MONTHS)
                .map(SubsidyRules.Remainder::to)
                .orElse(last.lastDay()));
        var latest = spanEnds.compareTo(last) < 0 ? spanEnds : last;
        return outside(first, latest)
                .map(own -> askAboutRemainder(
                        "所属期 %s 不在可补贴的剩余月份 %s 至 %s 之内".formatted(own, first, latest),
                        "its months %s are not within those that remain, %s to %s".formatted(own, first, latest)));
    }

    private Question askAboutRemainder(String zh, String en) {
        var clause = rules.in(through).flatMap(SubsidyRules::remainder).map(SubsidyRules.Remainder::clause);
        return ask(EntitlementRule.REMAINDER, clause.orElse(EntitlementRule.REMAINDER.clause()), zh, en);
    }

    private Optional<String> outside(Period first, Period last) {
        var months = payment.months();
        if (months.isEmpty()
                || months.getFirst().compareTo(first) >= 0 && months.getLast().compareTo(last) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                months.size() == 1 ? months.getFirst().toString() : months.getFirst() + "–" + months.getLast());
    }

    private Optional<Question> early() {
        return payment.paidOn(through.lastDay())
                .filter(paid -> account.placement().endedBy(paid).isEmpty())
                .map(paid -> ask(
                        EntitlementRule.EARLY,
                        difference().map(SubsidyRules.Difference::paidOnce).orElse(EntitlementRule.EARLY.clause()),
                        "于%s发放时见习尚未结束".formatted(paid),
                        "was paid on %s, before the placement had ended".formatted(paid)));
    }

    /** Once the placement has ended; before that {@link #early} asks. */
    private Optional<Question> share() {
        var paidIn = payment.paidOn(through.lastDay()).map(Payment::monthOf).orElse(through);
        var dueBy = account.due().filter(month -> month.compareTo(paidIn) <= 0);
        if (dueBy.isPresent() || account.placement().endedBy(paidIn.lastDay()).isEmpty()) {
            return Optional.empty();
        }
        return difference().map(rule -> share(rule, account.unit().share().through(paidIn, rule), paidIn));
    }

    private Question share(SubsidyRules.Difference rule, Retained share, Period paidIn) {
        if (rule.isReached(share.ended(), share.retained())) {
            return ask(
                    EntitlementRule.SHARE,
                    rule.clause(),
                    "该结束方式不发留用差额",
                    "no difference is paid for how the placement ended");
        }
        return ask(
                EntitlementRule.SHARE,
                rule.clause(),
                "截至%s，单位结束见习%d人，留用%d人，未达到%d%%".formatted(paidIn, share.ended(), share.retained(), rule.leastPercent()),
                "by %s the unit had retained %d of %d, less than %d per cent"
                        .formatted(paidIn, share.retained(), share.ended(), rule.leastPercent()));
    }

    /** Of the month the placement ended in, or the one asked about. */
    private Optional<SubsidyRules.Difference> difference() {
        var month = account.placement()
                .endedBy(through.lastDay())
                .map(Payment::monthOf)
                .orElse(through);
        return rules.in(month).flatMap(SubsidyRules::difference);
    }

    private Question ask(EntitlementRule rule, String clause, String zh, String en) {
        var records =
                new ArrayList<>(List.of(payment.place(), account.placement().place()));
        return new Question(
                rule, Optional.of(account.unit().unit()), records, new Bilingual(zh, "The payment: " + en), clause);
    }
}
