package org.jianxi.gateway.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.validation.History;

/** One course of events as far as it has been followed: the return that stands for each sender and month. A few hundred bytes for each. */
final class ReplayWorld {

    private final Map<ReturnKey, Standing> standing = new HashMap<>();

    private record Standing(Contribution contribution, List<BoundExplanation> explanations) {}

    /** This return stands from now on. @param origin which delivery it came with */
    void accept(MonthlyReturn content, List<BoundExplanation> explanations, Came origin) {
        var contribution =
                new Contribution(content, new Origin(origin.id(), origin.digest(), Optional.empty(), Map.of()));
        standing.put(key(content.sender(), content.period()), new Standing(contribution, explanations));
    }

    /** A delivery, by its id and its bytes. */
    record Came(String id, Digest digest) {}

    /** What the rules would know of the past at this point. */
    History historyOf(Sender sender, Period period) {
        var before = Optional.ofNullable(standing.get(key(sender, period.previous())))
                .map(one -> one.contribution().content().figures());
        var explanations = Optional.ofNullable(standing.get(key(sender, period)))
                .map(Standing::explanations)
                .orElse(List.of());
        return new History(before, explanations);
    }

    Set<Period> periods() {
        return standing.keySet().stream().map(ReturnKey::period).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The returns that make up one month. */
    List<Contribution> of(Period period) {
        return standing.entrySet().stream()
                .filter(one -> one.getKey().period().equals(period))
                .map(one -> one.getValue().contribution())
                .toList();
    }

    private static ReturnKey key(Sender sender, Period period) {
        return new ReturnKey(sender, Delivery.MONTHLY_RETURN, period);
    }
}
