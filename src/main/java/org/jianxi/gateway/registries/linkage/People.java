package org.jianxi.gateway.registries.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ours without a number, found by whoever has the same comparable name or the same birth date. Whoever has neither is never compared: that
 * is the price of not comparing everybody with everybody. A day on which many of ours are said to be born is what a system puts where it
 * knows none, and finds nobody.
 */
public final class People {

    /** Of a hundred thousand people some six share a day. */
    private static final int MOST_OF_A_DAY = 200;

    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final Map<LocalDate, List<Integer>> byBirthDate = new HashMap<>();
    private final Map<Integer, Described> people = new HashMap<>();

    /** @param row of their file, from 1 */
    public void add(int row, Described person) {
        people.put(row, person);
        if (!person.name().isEmpty()) {
            byName.computeIfAbsent(person.name(), name -> new ArrayList<>()).add(row);
        }
        person.birthDate()
                .ifPresent(day -> byBirthDate
                        .computeIfAbsent(day, same -> new ArrayList<>())
                        .add(row));
    }

    public int size() {
        return people.size();
    }

    Described at(int row) {
        return java.util.Objects.requireNonNull(people.get(row));
    }

    /** Rows worth comparing. */
    Set<Integer> like(Described other) {
        var rows = new LinkedHashSet<>(byName.getOrDefault(other.name(), List.of()));
        other.birthDate()
                .map(day -> byBirthDate.getOrDefault(day, List.of()))
                .filter(born -> born.size() <= MOST_OF_A_DAY)
                .ifPresent(rows::addAll);
        return rows;
    }
}
