package org.jianxi.gateway.records.facts;

import java.sql.Array;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Which deliveries count up to a position of the ledger: all up to one, and the few further ones that were entered before an earlier one of
 * another sender was. Told once for a statement, so that the planner knows how much stands and has several processes look for it.
 *
 * @param last number of a delivery; those beyond it count only where they are named
 * @param senders whose deliveries count; none: everybody's
 */
public record Extent(int last, List<Integer> further, Set<Sender> senders) {

    public Extent {
        further = List.copyOf(further);
        senders = Set.copyOf(senders);
    }

    /** @param position the last of the ledger's entries that is looked at */
    public static Extent upTo(NamedParameterJdbcOperations jdbc, long position) {
        return jdbc.query(
                        "select last, further from fact_extent(:position)",
                        Map.of("position", position),
                        (row, at) -> new Extent(row.getInt("last"), numbers(row.getArray("further")), Set.of()))
                .getFirst();
    }

    private static List<Integer> numbers(Array array) throws java.sql.SQLException {
        return List.of((Integer[]) array.getArray());
    }

    /** The same of these senders' deliveries alone. */
    public Extent of(Set<Sender> some) {
        return new Extent(last, further, some);
    }

    /** The versions of a dataset's records that stood then, in place of a table, with parameters of this name. */
    public String standing(FactTable table, String name) {
        var all = table.standing(":" + name + "last", ":" + name + "further");
        return senders.isEmpty() ? all : """
                (select s.* from %s s
                where s.batch = any (array(select b.batch from fact_batch b where b.sender = any (:%ssenders))))""".formatted(all, name);
    }

    /** What {@link #standing} of this name asks for. */
    public Map<String, Object> parameters(String name) {
        return Map.of(
                name + "last",
                last,
                name + "further",
                further.toArray(Integer[]::new),
                name + "senders",
                senders.stream().map(Sender::code).toArray(String[]::new));
    }
}
