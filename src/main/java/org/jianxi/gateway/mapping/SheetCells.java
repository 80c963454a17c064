package org.jianxi.gateway.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.DocumentRule;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The cells and merged ranges of one sheet as they stream by, under a budget of rows, columns, cells and text. */
final class SheetCells extends DefaultHandler {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_RANGES = 10_000;

    private final SharedTexts shared;
    private final Map<Integer, Map<Integer, Value>> rows = new TreeMap<>();
    private final List<A1.Range> merged = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private int row;
    private int column;
    private String type = "n";
    private boolean inContent;
    private boolean formula;
    private boolean hasContent;
    private int phonetic;
    private int cells;
    private long characters;

    SheetCells(SharedTexts shared) {
        this.shared = shared;
    }

    void pour(Grid grid) {
        rows.forEach((number, cellsOfRow) -> cellsOfRow.forEach((at, value) -> grid.put(number, at, value)));
    }

    List<A1.Range> merged() {
        return merged;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        switch (local) {
            case "row" -> openRow(attributes.getValue("", "r"));
            case "c" -> openCell(attributes);
            case "f" -> formula = true;
            case "v" -> inContent = true;
            case "rPh" -> phonetic++;
            case "t" -> inContent = phonetic == 0;
            case "mergeCell" -> merge(attributes.getValue("", "ref"));
            default -> inContent = false;
        }
        hasContent |= inContent;
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        switch (local) {
            case "c" -> closeCell();
            case "rPh" -> phonetic--;
            default -> inContent = false;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inContent) {
            count(length);
            content.append(text, start, length);
        }
    }

    private void openRow(@Nullable String written) throws SAXException {
        row = written == null ? row + 1 : number(written);
        column = 0;
        refuseIf(row < 1 || row > 1_048_576);
        refuseIf(rows.size() > MOST_ROWS);
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException("stopped");
        }
    }

    private void openCell(Attributes attributes) throws SAXException {
        var reference = attributes.getValue("", "r");
        if (reference == null) {
            column++;
        } else {
            var cell = A1.parse(reference).orElseThrow(() -> new SAXException("bad cell reference"));
            row = cell.row();
            column = cell.column();
        }
        var given = attributes.getValue("", "t");
        type = given == null ? "n" : given;
        content.setLength(0);
        formula = false;
        hasContent = false;
    }

    private void closeCell() throws SAXException {
        var value = value();
        if (value instanceof Value.Nothing) {
            return;
        }
        refuseIf(++cells > MOST_CELLS || column > MOST_COLUMNS);
        rows.computeIfAbsent(row, any -> new TreeMap<>()).put(column, value);
    }

    private Value value() throws SAXException {
        if (!hasContent) {
            return formula ? new Value.Uncomputed() : new Value.Nothing();
        }
        return switch (type) {
            case "s" ->
                text(shared.find(number(content.toString())).orElseThrow(() -> new SAXException("no such text")));
            case "b" -> new Value.Unusable(new Bilingual("是逻辑值，不是数字", "is a logical value, not a number"));
            case "e" ->
                new Value.Unusable(new Bilingual(
                        "是错误值 " + Characters.quoted(content.toString()),
                        "is the error value " + Characters.quoted(content.toString())));
            case "n" -> typedNumber(content.toString().strip());
            default -> content.isEmpty() ? new Value.Nothing() : new Value.Text(content.toString());
        };
    }

    private Value text(String sharedText) throws SAXException {
        count(sharedText.length());
        return sharedText.isEmpty() ? new Value.Nothing() : new Value.Text(sharedText);
    }

    /** Spreadsheets keep doubles and show 15 digits: 1.1 is stored as 1.1000000000000001 and means 1.1. */
    private static Value typedNumber(String written) throws SAXException {
        if (written.isEmpty()) {
            return new Value.Nothing();
        }
        var number = Double.parseDouble(written);
        if (!Double.isFinite(number)) {
            throw new SAXException("not a number");
        }
        return new Value.Number(
                new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros());
    }

    private void merge(@Nullable String reference) throws SAXException {
        refuseIf(merged.size() >= MOST_RANGES);
        if (reference != null) {
            A1.parseRange(reference).ifPresent(merged::add);
        }
    }

    private void count(int length) throws SAXException {
        characters += length;
        refuseIf(characters > MOST_CHARACTERS);
    }

    private static int number(String written) throws SAXException {
        try {
            return Integer.parseInt(written.strip());
        } catch (NumberFormatException notOne) {
            throw new SAXException("not a whole number", notOne);
        }
    }

    private static void refuseIf(boolean tooMuch) throws SAXException {
        if (tooMuch) {
            throw new SAXException(new UnusableWorkbook(
                    DocumentRule.LIMIT,
                    new Bilingual(
                            "工作表超过%d行、%d列或%d个字符".formatted(MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS),
                            "The sheet has more than %d rows, %d columns or %d characters"
                                    .formatted(MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS))));
        }
    }
}
