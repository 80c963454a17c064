package org.jianxi.gateway.console;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Place;

/**
 * A sample as it is shown beside the mapping, each place of it with an anchor that a finding can point to.
 *
 * @param header the letters above a sheet's columns; none for text
 * @param cut more rows follow that are not shown
 */
public record SamplePicture(List<String> header, List<Row> rows, boolean cut) {

    static final SamplePicture NONE = new SamplePicture(List.of(), List.of(), false);

    public SamplePicture {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** One row of a sheet or line of a text. @param number as the sender's program counts */
    public record Row(String number, String anchor, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param key what a place calls it: a cell reference or a JSON pointer; empty where nothing points to it alone */
    public record Cell(String text, String anchor, String key) {}

    public boolean isTable() {
        return !header.isEmpty();
    }

    /** Where to look for this place; empty text where the sample does not show it. */
    String anchorOf(Place place) {
        var key = place.firstCell().or(() -> Optional.ofNullable(place.pointer()));
        if (key.isPresent()) {
            return anchorOf(key.get());
        }
        return place.line() == null ? "" : lineAnchor(place.line());
    }

    /** The nearest thing shown: a pointer to what is not there leads to what it should have been in. */
    private String anchorOf(String key) {
        for (var at = key; ; at = at.substring(0, at.lastIndexOf('/'))) {
            for (var row : rows) {
                for (var cell : row.cells()) {
                    if (cell.key().equals(at)) {
                        return cell.anchor();
                    }
                }
            }
            if (at.lastIndexOf('/') < 0) {
                return "";
            }
        }
    }

    private String lineAnchor(int line) {
        return rows.stream()
                .filter(row -> row.number().equals(Integer.toString(line)))
                .map(Row::anchor)
                .findFirst()
                .orElse("");
    }
}
