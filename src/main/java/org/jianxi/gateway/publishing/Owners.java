package org.jianxi.gateway.publishing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;

/** The units that are shown, by whatever a post of the same sender may call its unit. */
final class Owners {

    /** What a unit is called by: its id, or its credit code where a source has no ids. */
    private static final List<String> NAMES = List.of("unitId", "uscc");

    private final Map<Sender, Map<String, PublicRow>> byName = new HashMap<>();

    static Set<String> keys(Dataset dataset) {
        var fields = new LinkedHashSet<>(dataset.key());
        fields.addAll(dataset.keyWithoutId());
        return fields;
    }

    void add(PublicRow unit) {
        var names = byName.computeIfAbsent(unit.sender(), sender -> new HashMap<>());
        for (var field : NAMES) {
            Optional.ofNullable(unit.content().get(field)).ifPresent(name -> names.putIfAbsent(name, unit));
        }
    }

    Optional<PublicRow> find(Sender sender, String name) {
        return Optional.ofNullable(byName.getOrDefault(sender, Map.of()).get(name));
    }
}
