package org.jianxi.gateway.reconciliation;

import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * Something that would make the figures others than the records have them.
 *
 * @param figures by indicator, heads or fen, as they would be then
 */
public record Cause(String id, Bilingual name, Map<Integer, Long> figures) {

    public Cause {
        figures = Map.copyOf(figures);
    }

    /** What it adds to a figure that the records have so. */
    long effect(int indicator, long derived) {
        return figures.getOrDefault(indicator, derived) - derived;
    }
}
