package org.jianxi.gateway.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One sender's month, reported against derived.
 *
 * @param same how many figures agree
 * @param cells where they differ, by indicator
 * @param wholly whether one set of causes explains every difference at once and touches no figure that agrees
 */
public record Reconciliation(int same, List<Cell> cells, boolean wholly) {

    /** Causes are tried in all combinations, so there may not be more. */
    public static final int MOST_CAUSES = 12;

    public Reconciliation {
        cells = List.copyOf(cells);
    }

    /** Whether two figures are one as the form prints them. */
    @FunctionalInterface
    public interface Printed {
        boolean same(int indicator, long one, long other);
    }

    /**
     * Looks for the fewest causes that make the records' figures the reported ones: for the whole return if there is one such set and no
     * other of its size, else for each figure by itself.
     *
     * @param reported by indicator, heads or fen
     * @param derived those that follow from records; a figure that one side lacks is not compared
     */
    public static Reconciliation of(
            Map<Integer, Long> reported, Map<Integer, Long> derived, List<Cause> causes, Printed printed) {
        if (causes.size() > MOST_CAUSES) {
            throw new IllegalArgumentException(causes.size() + " causes are too many to try");
        }
        var both =
                derived.keySet().stream().filter(reported::containsKey).sorted().toList();
        var search = new Search(reported, derived, causes, printed);
        var differing = both.stream().filter(search::differs).toList();
        var whole = differing.isEmpty() ? List.<List<Cause>>of() : search.fewest(both);
        var cells = new ArrayList<Cell>();
        for (var indicator : differing) {
            cells.add(search.cell(indicator, whole.size() == 1 ? whole : search.fewest(List.of(indicator))));
        }
        return new Reconciliation(both.size() - cells.size(), cells, whole.size() == 1);
    }
}
