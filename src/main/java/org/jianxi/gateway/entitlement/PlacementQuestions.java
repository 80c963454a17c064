package org.jianxi.gateway.entitlement;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;

/** What all claims and payments of one placement raise together. */
record PlacementQuestions(DatedRules rules, Period through, PlacementAccount account) {

    Stream<Question> all() {
        return Stream.of(tooMany(), overTerm(), atEnd(), inParts(), overpaid(), afterwards())
                .flatMap(Optional::stream);
    }

    private Optional<Question> tooMany() {
        var served = account.months().served(through).count()
                + account.months().unsubsidised(PlacementMonth.Why.NO_RULE, through);
        return account.monthlyClaimed() <= served * 100
                ? Optional.empty()
                : Optional.of(ask(
                        EntitlementRule.MONTHS,
                        EntitlementRule.MONTHS.clause(),
                        "按月补贴共申领%s个月，可补贴的见习月数为%d".formatted(Yuan.of(account.monthlyClaimed()), served),
                        "%s months of the base were claimed where %d are subsidised"
                                .formatted(Yuan.of(account.monthlyClaimed()), served)));
    }

    private Optional<Question> overTerm() {
        var claimed = account.monthlyClaimed() + account.remainderClaimed();
        return rules.in(Payment.monthOf(account.placement().startOn()))
                .or(() -> rules.in(through))
                .map(SubsidyRules::term)
                .filter(term -> claimed > term.mostMonths() * 100L)
                .map(term -> ask(
                        EntitlementRule.MONTHS,
                        term.clause(),
                        "共申领%s个月，一份见习最多补贴%d个月".formatted(Yuan.of(claimed), term.mostMonths()),
                        "%s months were claimed; at most %d of a placement are subsidised"
                                .formatted(Yuan.of(claimed), term.mostMonths())));
    }

    private Optional<Question> atEnd() {
        return account.placement()
                .endedBy(through.lastDay())
                .filter(account.monthlyPaydays()::isAllAtOnceAfter)
                .map(end -> ask(
                        EntitlementRule.AT_END,
                        rules.in(Payment.monthOf(end))
                                .map(in -> in.monthly().paidMonthly())
                                .orElse(EntitlementRule.AT_END.clause()),
                        "基本补贴%s个月在见习结束（%s）后一次发放"
                                .formatted(Yuan.of(account.monthlyPaydays().hundredths()), end),
                        "%s months of the base were paid at once after the placement ended on %s"
                                .formatted(Yuan.of(account.monthlyPaydays().hundredths()), end)));
    }

    private Optional<Question> inParts() {
        return account.differencePaydays().areSeveral()
                ? Optional.of(ask(
                        EntitlementRule.ONCE,
                        EntitlementRule.ONCE.clause(),
                        "留用差额分次发放",
                        "the retention difference was paid on several days"))
                : Optional.empty();
    }

    private Optional<Question> overpaid() {
        var due =
                account.months().served(through).mapToLong(PlacementMonth::fen).sum();
        return more(account.paid().monthly(), due, "按月补贴", "of the base");
    }

    /** Remainder and difference together, because a remainder may be paid at the higher rate. */
    private Optional<Question> afterwards() {
        var due = account.months().remaining().mapToLong(PlacementMonth::fen).sum()
                + (account.due().isPresent() ? account.months().difference() : 0);
        return more(
                account.paid().remainder() + account.paid().difference(),
                due,
                "剩余期限补贴和留用差额",
                "of remainder and retention difference");
    }

    private Optional<Question> more(long paid, long due, String zh, String en) {
        return paid <= due
                ? Optional.empty()
                : Optional.of(ask(
                        EntitlementRule.OVERPAID,
                        EntitlementRule.OVERPAID.clause(),
                        "%s已拨%s元，应拨%s元，多%s元".formatted(zh, Yuan.of(paid), Yuan.of(due), Yuan.of(paid - due)),
                        "%s yuan %s were paid where %s are due: %s more"
                                .formatted(Yuan.of(paid), en, Yuan.of(due), Yuan.of(paid - due))));
    }

    private Question ask(EntitlementRule rule, String clause, String zh, String en) {
        return new Question(
                rule,
                Optional.of(account.unit().unit()),
                account.records(),
                new Bilingual(zh, "The placement: " + en),
                clause);
    }
}
