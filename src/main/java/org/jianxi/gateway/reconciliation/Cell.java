package org.jianxi.gateway.reconciliation;

import java.util.List;

/**
 * A figure that was reported otherwise than the records have it.
 *
 * @param reported heads or fen
 * @param derived heads or fen
 * @param explanations the ids of the causes that together make the one the other, in the fewest ways there are; several where it cannot
 *     be told which, none where nothing known explains it
 */
public record Cell(int indicator, long reported, long derived, List<List<String>> explanations) {

    public Cell {
        explanations = explanations.stream().map(List::copyOf).toList();
    }

    public long difference() {
        return reported - derived;
    }

    public boolean isExplained() {
        return explanations.size() == 1;
    }
}
