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
 * is the price of not comparing everybody with everybody.
 */
public final class People {

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
        other.birthDate().ifPresent(day -> rows.addAll(byBirthDate.getOrDefault(day, List.of())));
        return rows;
    }
}
