package org.jianxi.gateway.entitlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;

/**
 * Works out what a sender's units are entitled to up to the end of a month, from its placements and then its payments, each told once in
 * any order. In memory it keeps the units and the placements: some 600 bytes for each placement, nothing for a payment but where it stands.
 *
 * <p>Later records never change what was entitled in an earlier month, unless they say something else about that month.
 */
public final class Entitling {

    private final DatedRules rules;
    private final Period through;
    private final boolean explained;
    private final TreeMap<String, UnitAccount> units = new TreeMap<>();
    private final Map<String, PlacementAccount> placements = new LinkedHashMap<>();
    private final Questions questions = new Questions();
    private boolean settled;
    private long orphans;

    /**
     * @param through the last month; what was signed, applied for or paid later is not yet known in it
     * @param explained whether placements are named wherever due and paid differ
     */
    public Entitling(DatedRules rules, Period through, boolean explained) {
        this.rules = rules;
        this.through = through;
        this.explained = explained;
    }

    /** All placements come before the first payment. False where one with that id came before, which then counts alone. */
    public boolean placement(Placement placement) {
        if (settled) {
            throw new IllegalStateException("A placement after payments");
        }
        if (placements.containsKey(placement.id())) {
            return false;
        }
        var unit = units.computeIfAbsent(placement.unit(), id -> new UnitAccount(id, rules, through));
        placements.put(placement.id(), unit.add(placement));
        return true;
    }

    public void payment(Payment payment) {
        settle();
        var account = placements.get(payment.placementId());
        if (account == null) {
            orphans++;
            return;
        }
        account.name(payment);
        account.unit().add(account, payment);
        new PaymentQuestions(rules, through, account, payment).all().forEach(questions::add);
    }

    public Entitlements result() {
        settle();
        placements.values().stream()
                .flatMap(account -> new PlacementQuestions(rules, through, account).all())
                .forEach(questions::add);
        var ceiling = units.values().stream().map(UnitAccount::ceiling).reduce(Ceiling.NONE, Ceiling::plus);
        if (ceiling.monthsWithoutRule() > 0) {
            questions.add(withoutRule(ceiling.monthsWithoutRule()));
        }
        return new Entitlements(
                units.values().stream().map(UnitAccount::result).toList(),
                ceiling,
                questions.kept(),
                questions.asked(),
                explained ? explanations() : List.of(),
                orphans);
    }

    private void settle() {
        if (!settled) {
            settled = true;
            units.values().forEach(UnitAccount::settle);
        }
    }

    private List<Explained> explanations() {
        var all = new ArrayList<Explained>();
        for (var account : placements.values()) {
            var entitled = account.entitledIn(through);
            var paid = account.paidFor();
            var months = new TreeSet<>(entitled.keySet());
            months.addAll(paid.keySet());
            for (var month : months) {
                long due = entitled.getOrDefault(month, 0L);
                long got = paid.getOrDefault(month, 0L);
                if (due != got) {
                    all.add(new Explained(account.unit().unit(), month, due, got, account.records()));
                }
            }
        }
        all.sort(Comparator.comparing(Explained::unit).thenComparing(Explained::month));
        return all;
    }

    private static Question withoutRule(long months) {
        return new Question(
                EntitlementRule.NO_RULE,
                Optional.empty(),
                List.of(),
                new Bilingual(
                        "有%d个见习月没有适用的补贴规则，应拨补贴不含这些月份".formatted(months),
                        "No dated rule speaks of %d months of placements; what was due in them is in no sum"
                                .formatted(months)),
                EntitlementRule.NO_RULE.clause());
    }
}
