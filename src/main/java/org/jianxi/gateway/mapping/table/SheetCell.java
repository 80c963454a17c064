package org.jianxi.gateway.mapping.table;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jspecify.annotations.Nullable;

/** Reads cells of a sheet one after another, and keeps those of the row at hand. */
final class SheetCell {

    private final SharedTexts shared;
    private final DateStyles styles;
    private final DateSystem dates;
    private final SheetBudget budget;
    private final StringBuilder parts = new StringBuilder();
    private String first = "";
    private String content = "";
    private @Nullable Value[] row = new Value[16];
    private int widest = 16;
    private long characters;

    SheetCell(SharedTexts shared, DateStyles styles, DateSystem dates, SheetBudget budget) {
        this.shared = shared;
        this.styles = styles;
        this.dates = dates;
        this.budget = budget;
    }

    void put(int column, Value value) {
        if (column > row.length) {
            row = java.util.Arrays.copyOf(row, Math.max(column, 2 * row.length));
            widest = row.length;
        }
        row[column - 1] = value;
    }

    /** The cells put since the last row. */
    @Nullable
    Value[] takeRow() {
        var taken = row;
        row = new Value[widest];
        return taken;
    }

    /** Reads to the end of the cell that has just begun; null when nothing stands in it. */
    @Nullable
    Value read(XmlStream xml) throws XMLStreamException, UnreadableDocument {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        first = "";
        parts.setLength(0);
        var formula = false;
        var hasContent = false;
        var phonetic = 0;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "rPh" -> phonetic++;
                    case "v", "t" -> {
                        if (phonetic == 0) {
                            append(xml);
                            hasContent = true;
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        content = parts.isEmpty() ? first : first + parts;
                        return hasContent ? value(type, style) : formula ? new Value.Uncomputed() : null;
                    }
                    case "rPh" -> phonetic--;
                    default -> {}
                }
            }
        }
    }

    /** Passes over the cell that has just begun; whether anything stood in it. */
    boolean skip(XmlStream xml) throws XMLStreamException {
        var isFilled = false;
        for (var depth = 1; depth > 0; ) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                isFilled = true;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return isFilled;
    }

    /** Text up to the end of the element that has just begun. */
    private void append(XmlStream xml) throws XMLStreamException, UnreadableDocument {
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("only text stands in a value");
            }
            if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                count(xml.getTextLength());
                if (first.isEmpty()) {
                    first = xml.getText();
                } else {
                    parts.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
        }
    }

    private @Nullable Value value(@Nullable String type, @Nullable String style) throws UnreadableDocument {
        if (type == null) {
            return number(style);
        }
        return switch (type) {
            case "s" -> text(Integer.parseInt(content.strip()));
            case "b" -> new Value.Truth(content.strip().equals("1"));
            case "e" ->
                new Value.Unusable(new Bilingual(
                        "是错误值 " + Characters.quoted(content), "is the error value " + Characters.quoted(content)));
            case "n" -> number(style);
            default -> content.isEmpty() ? null : new Value.Text(content);
        };
    }

    private @Nullable Value text(int index) throws UnreadableDocument {
        if (!shared.has(index)) {
            throw new NumberFormatException("no such text");
        }
        count(shared.lengthOf(index));
        return shared.lengthOf(index) == 0 ? null : new Value.Text(shared.at(index));
    }

    private @Nullable Value number(@Nullable String style) {
        var written = content.strip();
        if (written.isEmpty()) {
            return null;
        }
        var number = SheetNumber.read(written);
        return style != null && styles.isDateStyle(Integer.parseInt(style))
                ? dates.moment(number)
                        .<Value>map(moment -> new Value.Dated(number, moment))
                        .orElseGet(() -> new Value.Number(number))
                : new Value.Number(number);
    }

    private void count(int length) throws UnreadableDocument {
        characters += length;
        if (characters > budget.characters()) {
            throw budget.exceeded();
        }
    }
}
