package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;

/** The same figures told twice or more, for this month and for another: which of the blocks is this month's, and what lies in the others. */
final class Blocks {

    private static final int LEAST_ALIKE = 5;
    private static final int LEAST_UNNAMED = 9;

    private Blocks() {}

    /**
     * A choice among blocks.
     *
     * @param name of the block that is read
     * @param own places of it
     * @param aside places of the other blocks, which nothing may be read from
     */
    record Choice(String name, Set<Integer> own, List<Slot> aside, Bilingual reason) {

        Sample within(Sample sample) {
            var orders = new HashSet<Integer>();
            aside.forEach(slot -> orders.add(slot.order()));
            return new Sample(
                    sample.words(),
                    sample.slots().stream()
                            .filter(slot -> !orders.contains(slot.order()))
                            .toList(),
                    sample.notes());
        }

        /** A guess that says which block it is from. */
        Guess said(Guess guess) {
            return own.contains(guess.slot().order())
                    ? new Guess(
                            guess.target(),
                            guess.slot(),
                            guess.confidence(),
                            new Bilingual(
                                    guess.reason().zh() + "，取自" + name,
                                    guess.reason().en() + ", in " + name))
                    : guess;
        }
    }

    /** Empty where nothing is told twice. */
    static Optional<Choice> of(List<Slot> slots) {
        var best = List.<Names>of();
        var most = 0;
        for (var names : candidates(slots)) {
            var alike = names.getFirst().alike();
            if (alike > most) {
                most = alike;
                best = names;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(chosen(best, slots));
    }

    /** Part of a slot's path: what it is called, and the rest of the path around it. */
    private record Turn(String name, String rest) {}

    /** A name that blocks have, with what stands in its block, and how much of that stands in another one too. */
    private record Names(String name, Set<Integer> orders, String month, int alike) {

        Wording.Time time() {
            return Wording.timeOf(name);
        }
    }

    private static List<List<Names>> candidates(List<Slot> slots) {
        var turns = new LinkedHashMap<String, Map<String, List<Slot>>>();
        for (var slot : slots) {
            for (var turn : turns(slot)) {
                turns.computeIfAbsent(turn.rest(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(turn.name(), any -> new ArrayList<>())
                        .add(slot);
            }
        }
        var pairs = new LinkedHashMap<Set<String>, Integer>();
        turns.values().stream()
                .filter(named -> named.size() > 1
                        && named.values().stream().allMatch(list -> list.size() == 1)
                        && named.values().stream().allMatch(list -> isFigure(list.getFirst())))
                .forEach(named -> pairs.merge(named.keySet(), 1, Integer::sum));
        var candidates = new ArrayList<List<Names>>();
        pairs.forEach((names, alike) -> {
            if (alike >= LEAST_ALIKE) {
                var all = names.stream().map(name -> names(name, alike, slots)).toList();
                if (differInTime(all) || alike >= LEAST_UNNAMED) {
                    candidates.add(all);
                }
            }
        });
        return candidates;
    }

    private static boolean isFigure(Slot slot) {
        var shape = Shape.of(slot.values());
        return shape.isBlank() || shape.isOfAmounts();
    }

    private static List<Turn> turns(Slot slot) {
        var path = path(slot);
        var turns = new ArrayList<Turn>();
        for (var at = 0; at < path.size(); at++) {
            var rest = new ArrayList<>(path);
            var name = rest.set(at, "*");
            turns.add(new Turn(name, String.join("/", rest)));
        }
        return turns;
    }

    private static List<String> path(Slot slot) {
        var path = new ArrayList<>(slot.context());
        slot.labels().stream().findFirst().ifPresent(path::add);
        return path;
    }

    private static Names names(String name, int alike, List<Slot> slots) {
        var orders = new HashSet<Integer>();
        var month = "";
        for (var slot : slots) {
            if (path(slot).contains(name)) {
                orders.add(slot.order());
                var shape = Shape.of(slot.values());
                if (PeriodWays.of(shape).isPresent()) {
                    month = sortable(shape.values().getFirst());
                }
            }
        }
        return new Names(name, orders, month, alike);
    }

    private static String sortable(String month) {
        var digits = new ArrayList<>(List.of(month.split("[^0-9]+")));
        return digits.size() > 1 && digits.get(1).length() == 1
                ? digits.getFirst() + "0" + digits.get(1)
                : String.join("", digits);
    }

    private static boolean differInTime(List<Names> names) {
        return names.stream().map(Names::time).distinct().count() > 1
                || names.stream()
                                .map(Names::month)
                                .filter(month -> !month.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    private static Choice chosen(List<Names> names, List<Slot> slots) {
        var byMonth = new TreeMap<String, Names>();
        names.stream().filter(one -> !one.month().isEmpty()).forEach(one -> byMonth.put(one.month(), one));
        var named = names.stream().filter(one -> one.time() == Wording.Time.OWN).findFirst();
        var plain =
                names.stream().filter(one -> one.time() == Wording.Time.UNKNOWN).findFirst();
        if (named.isPresent()) {
            return choice(named.get(), names, slots, "名称是本期", "its name says this month");
        }
        if (byMonth.size() > 1) {
            return choice(byMonth.lastEntry().getValue(), names, slots, "月份最晚", "its month is the latest");
        }
        return plain.isPresent() && differInTime(names)
                ? choice(plain.get(), names, slots, "其余不是本期", "the others are not of this month")
                : choice(
                        names.getFirst(),
                        names,
                        slots,
                        "看不出哪组是本期，取第一组，请核对",
                        "which one is this month's cannot be told; the first is taken, check it");
    }

    private static Choice choice(Names own, List<Names> all, List<Slot> slots, String zh, String en) {
        var others = new HashSet<Integer>();
        var ofYear = new HashSet<Integer>();
        var names = new ArrayList<String>();
        for (var one : all) {
            if (!one.name().equals(own.name())) {
                names.add(one.name());
                (one.time() == Wording.Time.YEAR ? ofYear : others).addAll(one.orders());
            }
        }
        var money = slots.stream().anyMatch(slot -> ofYear.contains(slot.order()) && isOfMoney(slot));
        var aside = slots.stream()
                .filter(slot -> own.orders().contains(slot.order())
                        ? money && isOfMoney(slot)
                        : others.contains(slot.order()) || ofYear.contains(slot.order()) && !isOfMoney(slot))
                .toList();
        return new Choice(
                own.name(),
                own.orders(),
                aside,
                new Bilingual(
                        "相同的指标有%d组，全部取自%s（%s），%s不用".formatted(all.size(), own.name(), zh, String.join("、", names)),
                        "the figures are told %d times: all are read from %s (%s), none from %s"
                                .formatted(all.size(), own.name(), en, String.join(", ", names))));
    }

    /** The form asks for what was paid within the year: where a block of the year tells money, it is read there. */
    private static boolean isOfMoney(Slot slot) {
        return path(slot).stream().anyMatch(Wording::isOfMoney);
    }
}
