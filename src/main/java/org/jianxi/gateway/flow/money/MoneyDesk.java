package org.jianxi.gateway.flow.money;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jianxi.gateway.entitlement.SubsidyRules;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.records.PublicListings;
import org.jianxi.gateway.records.money.MoneyRecords;
import org.jianxi.gateway.rollup.Contribution;

/** Works out the money from the records and returns that stand now; of the seventeen the sums are remembered until records change. */
public final class MoneyDesk {

    private static final int PAID_THIS_YEAR = 14;

    private final Supplier<DatedRules> rules;
    private final MoneyRecords records;
    private final PublicListings listings;
    private final Provincial provincial;
    private final ReportingUnits units;
    private final Remembered remembered = new Remembered();

    public MoneyDesk(
            Supplier<DatedRules> rules,
            MoneyRecords records,
            PublicListings listings,
            Provincial provincial,
            ReportingUnits units) {
        this.rules = rules;
        this.records = records;
        this.listings = listings;
        this.provincial = provincial;
        this.units = units;
    }

    /** Those in force in a month. */
    public Optional<SubsidyRules> rules(Period month) {
        return rules.get().in(month);
    }

    /** One sender's units, months and questions; empty where it is no reporting unit or delivered no placements. */
    public Optional<SenderMoney> of(Sender sender, Period through, boolean explained) {
        var position = provincial.position();
        return units.find(sender)
                .filter(unit -> records.delivered(position).contains(sender))
                .map(unit -> worked(unit, through, position, explained, reported(through)));
    }

    /** In the order of the notice. */
    public List<MoneySummary> of(Collection<Sender> senders, Period through) {
        var position = provincial.position();
        var delivered = records.delivered(position);
        var reported = reported(through);
        var state = records.state(position);
        var inForce = rules.get();
        return units.inOrder().stream()
                .filter(unit -> senders.isEmpty() || senders.contains(unit.sender()))
                .map(unit -> delivered.contains(unit.sender())
                        ? remembered.of(
                                new Remembered.Key(unit.sender(), through, state, inForce, reported.get(unit.sender())),
                                () -> MoneySummary.of(worked(unit, through, position, false, reported)))
                        : new MoneySummary(unit, Optional.empty(), Optional.ofNullable(reported.get(unit.sender()))))
                .toList();
    }

    private SenderMoney worked(
            ReportingUnit unit, Period through, long position, boolean explained, Map<Sender, Long> reported) {
        var scope = new MoneyRecords.Scope(unit.sender(), through, position, explained);
        return new SenderMoney(
                unit,
                through,
                records.of(rules.get(), scope),
                names(unit.sender(), position),
                Optional.ofNullable(reported.get(unit.sender())));
    }

    private Map<String, SenderMoney.UnitName> names(Sender sender, long position) {
        var names = new HashMap<String, SenderMoney.UnitName>();
        records.creditCodes(sender, position)
                .forEach((unit, code) -> names.put(unit, new SenderMoney.UnitName(code, "")));
        listings.forEach(
                "units",
                one -> names.computeIfPresent(
                        one.id(),
                        (unit, code) -> new SenderMoney.UnitName(
                                code.creditCode(), one.content().getOrDefault("name", ""))));
        return names;
    }

    private Map<Sender, Long> reported(Period through) {
        return provincial.find(through).stream()
                .flatMap(view -> view.figures().contributions().stream())
                .map(Contribution::content)
                .filter(one -> one.figures().find(PAID_THIS_YEAR).isPresent())
                .collect(Collectors.toMap(
                        MonthlyReturn::sender,
                        one -> one.figures().find(PAID_THIS_YEAR).orElseThrow()));
    }
}
