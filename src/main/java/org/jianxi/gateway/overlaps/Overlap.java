package org.jianxi.gateway.overlaps;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.Sm3;

/** What was found of one person's placements. */
public record Overlap(OverlapKind kind, List<Placement> placements) {

    public Overlap {
        placements = placements.stream()
                .sorted(Comparator.comparing(Placement::name))
                .toList();
    }

    /** Who is asked. */
    public SortedSet<Sender> sides() {
        return placements.stream()
                .map(Placement::sender)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Sender::code))));
    }

    /** The same for the same records, whatever their dates. */
    public Digest subject() {
        var names = placements.stream().map(Placement::name).collect(Collectors.joining("\n"));
        return Sm3.of((kind.wireName() + "\n" + names).getBytes(StandardCharsets.UTF_8));
    }
}
