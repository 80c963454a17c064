package org.jianxi.gateway.overlaps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Matter;
import org.jianxi.gateway.inquiries.Scan;
import org.jianxi.gateway.inquiries.Suspicion;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Looks for overlaps among all placements that stand. */
public record Overlaps(NamedParameterJdbcOperations jdbc) implements Scan {

    public static final Matter MATTER = new Matter(
            "overlap",
            Stream.of(OverlapKind.values()).map(OverlapKind::kind).toList(),
            Stream.of(SideOutcome.values()).map(SideOutcome::outcome).toList());

    @Override
    public Optional<String> state() {
        return new PlacedPeople(jdbc).newest().map(Object::toString);
    }

    @Override
    public Found look() {
        var suspicions = new ArrayList<Suspicion>();
        var standing = new HashSet<String>();
        new PlacedPeople(jdbc).forEach(placements -> {
            placements.forEach(one -> standing.add(one.name()));
            OverlapCheck.among(placements).forEach(overlap -> suspicions.add(overlap.suspicion()));
        });
        return new Found(
                suspicions,
                open -> open.evidence().stream().map(Evidence::name).allMatch(standing::contains)
                        ? "days-corrected"
                        : "records-gone");
    }
}
