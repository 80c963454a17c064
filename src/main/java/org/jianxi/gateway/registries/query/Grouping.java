package org.jianxi.gateway.registries.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.registries.run.Person;

/**
 * Who goes into one question with whom: those asked for before together again, under their reference, and the others anew.
 *
 * @param most people in one question
 */
record Grouping(Lookups lookups, Lookups.Scope scope, int most) {

    /**
     * People of one question.
     *
     * @param people each with all the names that we have under the number
     * @param isNew nobody of them was asked for before
     */
    record Group(LookupSlip slip, List<List<Person>> people, boolean isNew) {}

    List<Group> of(List<Person> people) {
        var byNumber = new LinkedHashMap<Digest, List<Person>>();
        people.forEach(person -> byNumber.computeIfAbsent(person.tokens().person(), one -> new ArrayList<>())
                .add(person));
        var before = lookups.askedBefore(scope, byNumber.keySet());
        var groups = new ArrayList<>(again(byNumber, before));
        var fresh = byNumber.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        for (var from = 0; from < fresh.size(); from += most) {
            groups.add(new Group(lookups.fresh(scope), fresh.subList(from, Math.min(from + most, fresh.size())), true));
        }
        return groups;
    }

    private static List<Group> again(Map<Digest, List<Person>> byNumber, Map<Digest, LookupSlip> before) {
        var groups = new LinkedHashMap<String, Group>();
        byNumber.forEach((number, people) -> {
            var slip = before.get(number);
            if (slip != null) {
                groups.computeIfAbsent(slip.reference(), one -> new Group(slip, new ArrayList<>(), false))
                        .people()
                        .add(people);
            }
        });
        return List.copyOf(groups.values());
    }
}
