package org.jianxi.gateway.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.console.SamplePicture.Cell;
import org.jianxi.gateway.console.SamplePicture.Row;
import org.jianxi.gateway.console.StoredSamples.Sample;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.SheetPicture;
import tools.jackson.databind.JsonNode;

/** Draws the first part of a sample: text line by line, JSON laid out anew, a sheet cell by cell. */
final class SamplePainter {

    private static final int MOST_ROWS = 400;
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 240;

    private SamplePainter() {}

    /** A workbook is drawn only once a mapping says which sheet is meant. */
    static SamplePicture draw(Sample sample, MappingFile mapping) {
        try {
            if (sample.type() == MediaType.XLSX) {
                return mapping.mediaType() == MediaType.XLSX
                        ? sheet(SheetPicture.read(mapping, sample.content()))
                        : SamplePicture.NONE;
            }
        } catch (UnreadableDocument saidInTheFindings) {
            return SamplePicture.NONE;
        }
        return draw(sample);
    }

    /** Without a mapping that could be read. */
    static SamplePicture draw(Sample sample) {
        return switch (sample.type()) {
            case XLSX -> SamplePicture.NONE;
            case JSON -> json(sample.content());
            case XML, CSV -> lines(sample.content());
        };
    }

    private static SamplePicture lines(byte[] content) {
        var lines = text(content).split("\r\n|\r|\n", -1);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.length && i < MOST_ROWS; i++) {
            rows.add(row(i + 1, new Cell(shortened(lines[i]), "", "")));
        }
        return new SamplePicture(List.of(), rows, lines.length > MOST_ROWS);
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(content, StrictText.GB18030);
        }
    }

    private static SamplePicture json(byte[] content) {
        try {
            var rows = new ArrayList<Row>();
            member("", "", StrictJson.parseSaved(content), rows);
            return new SamplePicture(
                    List.of(), rows.subList(0, Math.min(rows.size(), MOST_ROWS)), rows.size() > MOST_ROWS);
        } catch (UnreadableDocument notJson) {
            return lines(content);
        }
    }

    private static void member(String pointer, String name, JsonNode node, List<Row> rows) {
        if (rows.size() > MOST_ROWS) {
            return;
        }
        var depth = pointer.isEmpty()
                ? 0
                : (int) pointer.chars().filter(one -> one == '/').count();
        var label = "  ".repeat(depth) + (name.isEmpty() ? "" : name + ": ");
        var number = rows.size() + 1;
        var shown = node.isObject() ? "{" : node.isArray() ? "[" : shortened(node.toString());
        rows.add(row(number, new Cell(label + shown, "at-" + number, pointer)));
        if (node.isObject()) {
            node.properties()
                    .forEach(one -> member(
                            pointer + "/" + one.getKey().replace("~", "~0").replace("/", "~1"),
                            '"' + one.getKey() + '"',
                            one.getValue(),
                            rows));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                member(pointer + "/" + i, "", node.get(i), rows);
            }
        }
    }

    private static SamplePicture sheet(SortedMap<Integer, SortedMap<Integer, String>> cells) {
        var columns = Math.min(
                MOST_COLUMNS,
                cells.values().stream().mapToInt(SortedMap::lastKey).max().orElse(0));
        var header = new ArrayList<String>();
        for (int column = 1; column <= columns; column++) {
            header.add(SheetPicture.reference(1, column).replaceAll("[0-9]", ""));
        }
        var rows = new ArrayList<Row>();
        for (var row : cells.entrySet()) {
            if (rows.size() >= MOST_ROWS) {
                break;
            }
            rows.add(sheetRow(row.getKey(), row.getValue(), columns));
        }
        return new SamplePicture(header, rows, cells.size() > MOST_ROWS);
    }

    private static Row sheetRow(int number, SortedMap<Integer, String> texts, int columns) {
        var cells = new ArrayList<Cell>();
        for (int column = 1; column <= columns; column++) {
            var reference = SheetPicture.reference(number, column);
            cells.add(new Cell(shortened(texts.getOrDefault(column, "")), "cell-" + reference, reference));
        }
        return new Row(Integer.toString(number), "line-" + number, cells);
    }

    private static Row row(int number, Cell cell) {
        return new Row(Integer.toString(number), "line-" + number, List.of(cell));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
