package org.jianxi.gateway.records.facts;

import java.sql.Array;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Which deliveries count up to a position of the ledger: all up to one, and the few further ones that were entered before an earlier one of
 * another sender was. Told once for a statement, so that the planner knows how much stands and has several processes look for it.
 *
 * @param last number of a delivery; those beyond it count only where they are named
 */
public record Extent(int last, List<Integer> further) {

    public Extent {
        further = List.copyOf(further);
    }

    /** @param position the last of the ledger's entries that is looked at */
    public static Extent upTo(NamedParameterJdbcOperations jdbc, long position) {
        return jdbc.query(
                        "select last, further from fact_extent(:position)",
                        Map.of("position", position),
                        (row, at) -> new Extent(row.getInt("last"), numbers(row.getArray("further"))))
                .getFirst();
    }

    private static List<Integer> numbers(Array array) throws java.sql.SQLException {
        return List.of((Integer[]) array.getArray());
    }

    /** The versions of a dataset's records that stood then, in place of a table, with parameters of this name. */
    public String standing(FactTable table, String name) {
        return table.standing(":" + name + "last", ":" + name + "further");
    }

    /** What {@link #standing} of this name asks for. */
    public Map<String, Object> parameters(String name) {
        return Map.of(name + "last", last, name + "further", further.toArray(Integer[]::new));
    }
}
