package org.jianxi.gateway.mapping.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Address;

/** Cells by row and column, both from 1. Only cells that hold something are in it. */
public final class Grid {

    /** Names places as the sender knows them. */
    public interface Places {
        Place place(int row, int column);
    }

    private final SortedMap<Integer, SortedMap<Integer, Value>> rows = new TreeMap<>();
    private final Collection<A1.Range> merged;
    private final Places places;
    private final List<Finding> remarks;

    public Grid(Collection<A1.Range> merged, Places places, List<Finding> remarks) {
        this.merged = List.copyOf(merged);
        this.places = places;
        this.remarks = List.copyOf(remarks);
    }

    public void put(int row, int column, Value value) {
        rows.computeIfAbsent(row, any -> new TreeMap<>()).put(column, value);
    }

    public Value at(int row, int column) {
        var cells = rows.get(row);
        return cells == null ? new Value.Nothing() : cells.getOrDefault(column, new Value.Nothing());
    }

    /** What a cell shows: in a merged range, what its first cell says. */
    public String shownAt(int row, int column) {
        for (var range : merged) {
            if (range.contains(row, column)) {
                return at(range.top(), range.left()).asText();
            }
        }
        return at(row, column).asText();
    }

    /** The range whose value stands in another cell than this one, where it says anything. */
    public Optional<A1.Range> over(int row, int column) {
        return merged.stream()
                .filter(range -> range.contains(row, column) && !(range.top() == row && range.left() == column))
                .filter(range -> !Row.isBlank(at(range.top(), range.left())))
                .findFirst();
    }

    /** The cells that say what these show: of a merged range the first. */
    public static Set<Address.Cell> shown(Set<Address.Cell> cells, Collection<A1.Range> merged) {
        return cells.stream()
                .map(cell -> merged.stream()
                        .filter(range -> range.contains(cell.row(), cell.column()))
                        .findFirst()
                        .map(range -> new Address.Cell(range.first(), range.top(), range.left()))
                        .orElse(cell))
                .collect(Collectors.toSet());
    }

    /** The text of a cell in its own right; a number as it would be typed; empty for what is neither. */
    public String textAt(int row, int column) {
        return at(row, column).asText();
    }

    public SortedMap<Integer, SortedMap<Integer, Value>> rows() {
        return rows;
    }

    /** The rightmost column that holds anything in these rows. */
    public int lastColumn(int from, int to) {
        return rows.subMap(from, to + 1).values().stream()
                .mapToInt(SortedMap::lastKey)
                .max()
                .orElse(0);
    }

    public Place place(int row, int column) {
        return places.place(row, column);
    }

    public Collection<A1.Range> merged() {
        return merged;
    }

    public List<Finding> remarks() {
        return remarks;
    }
}
