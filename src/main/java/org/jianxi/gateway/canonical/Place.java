package org.jianxi.gateway.canonical;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands, in the terms of what the sender sent: sheet and cell, line and column, JSON pointer, XPath.
 *
 * <p>Every part may be absent. {@code indicator} is the number on the form; {@code line} counts from 1; {@code column} is
 * a CSV header, {@code cell} an A1 reference, of a cell or of merged ones ({@code L3:L4}). Of records {@code field} is the
 * dictionary's name of the field that is meant, {@code record} the number of the record, from 1.
 */
public record Place(
        @Nullable Integer indicator,
        @Nullable String sheet,
        @Nullable String cell,
        @Nullable String pointer,
        @Nullable String xpath,
        @Nullable Integer line,
        @Nullable String column,
        @Nullable String field,
        @Nullable Long record) {

    /** Nowhere in particular: the document as a whole. */
    public static final Place WHOLE = new Place(null, null, null, null, null, null, null);

    /** In a document, whatever is meant by it. */
    public Place(
            @Nullable Integer indicator,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String pointer,
            @Nullable String xpath,
            @Nullable Integer line,
            @Nullable String column) {
        this(indicator, sheet, cell, pointer, xpath, line, column, null, null);
    }

    public static Place pointer(String jsonPointer) {
        return new Place(null, null, null, jsonPointer, null, null, null);
    }

    public static Place cell(String sheet, String a1) {
        return new Place(null, sheet, a1, null, null, null, null);
    }

    public static Place xpath(String xpath) {
        return new Place(null, null, null, null, xpath, null, null);
    }

    public static Place line(int line, @Nullable String column) {
        return new Place(null, null, null, null, null, line, column);
    }

    public static Place indicator(int number) {
        return WHOLE.forIndicator(number);
    }

    /** The cell that shows what stands here; of merged cells the first, which carries their value. */
    public Optional<String> firstCell() {
        return Optional.ofNullable(cell).map(reference -> reference.split(":", 2)[0]);
    }

    /** In the sender's own terms, a line as {@code line} says it; empty where it is the document as a whole. */
    public String words(IntFunction<String> line) {
        return Stream.of(sheet, cell, pointer, xpath, this.line == null ? null : line.apply(this.line), column)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** The same place, said to hold indicator {@code number}. */
    public Place forIndicator(int number) {
        return new Place(number, sheet, cell, pointer, xpath, line, column, field, record);
    }

    /** The same place with the physical line it stands on. */
    public Place onLine(int physicalLine) {
        return new Place(indicator, sheet, cell, pointer, xpath, physicalLine, column, field, record);
    }

    /** The same place, said to hold the field {@code name} of a record. */
    public Place forField(String name) {
        return new Place(indicator, sheet, cell, pointer, xpath, line, column, name, record);
    }

    /** The same place in record {@code number}. */
    public Place inRecord(long number) {
        return new Place(indicator, sheet, cell, pointer, xpath, line, column, field, number);
    }
}
