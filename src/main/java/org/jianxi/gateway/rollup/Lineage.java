package org.jianxi.gateway.rollup;

import java.util.List;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;

/** One cell of the provincial return and the figures it is the sum of, in smallest parts. */
public record Lineage(int indicator, long total, List<Part> parts) {

    public Lineage {
        parts = List.copyOf(parts);
    }

    /** Where in the sender's document the part's figure stood. */
    public Place placeOf(Part part) {
        return part.origin().placeOf(indicator);
    }

    /** One sender's share of the cell. */
    public record Part(Sender sender, int revision, long amount, Origin origin) {}
}
