package org.jianxi.gateway.mapping;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.source.WorkbookGrid;
import org.jianxi.gateway.mapping.table.SheetNames;

/** What the sheet of a workbook shows that a mapping reads, for a person who compares the two. */
public final class SheetPicture {

    private SheetPicture() {}

    /** The text of each cell by its A1 reference, row by row. A mapping of another format has no sheet: that is an {@link IllegalArgumentException}. */
    public static SortedMap<Integer, SortedMap<Integer, String>> read(MappingFile mapping, byte[] content)
            throws UnreadableDocument {
        var table = mapping.isOfRecords()
                ? mapping.ofRecords().table()
                : mapping.ofReturn().table();
        if (mapping.format() != Format.XLSX || table.isEmpty()) {
            throw new IllegalArgumentException(mapping.source() + " sends no workbook");
        }
        var picture = new TreeMap<Integer, SortedMap<Integer, String>>();
        WorkbookGrid.read(content, new SheetNames(table.get().sheets())).rows().forEach((row, cells) -> {
            var texts = new TreeMap<Integer, String>();
            cells.forEach((column, value) -> texts.put(column, value.asText()));
            picture.put(row, texts);
        });
        return picture;
    }

    /** The A1 reference of a cell, both counted from 1. */
    public static String reference(int row, int column) {
        return A1.write(row, column);
    }
}
