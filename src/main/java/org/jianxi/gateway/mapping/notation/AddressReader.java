package org.jianxi.gateway.mapping.notation;

import java.util.List;

/** Reads addresses as the format of the mapping allows them. */
public final class AddressReader {

    private final Format format;
    private final XmlPathNotation paths;
    private final boolean inRecords;

    private AddressReader(Format format, Namespaces namespaces, boolean inRecords) {
        this.format = format;
        this.paths = new XmlPathNotation(namespaces);
        this.inRecords = inRecords;
    }

    public static AddressReader ofDocuments(Format format, Namespaces namespaces) {
        return new AddressReader(format, namespaces, false);
    }

    /** Addresses mean the record at hand, unless they say {@code document} or {@code in}. */
    public static AddressReader ofRecords(Format format, Namespaces namespaces) {
        return new AddressReader(format, namespaces, true);
    }

    /** An address alone, or inside an object of words: {@code at} a place, {@code from} a column, in records more. */
    public Address read(Words words) {
        if (words.isList()) {
            return column(words);
        }
        if (words.isText()) {
            return format.isTable() ? column(words) : at(words);
        }
        if (inRecords && words.has("document")) {
            if (format == Format.JSON_LINES) {
                throw words.at("document")
                        .problem("has no place in jsonl, where every line is a document of its own; use at");
            }
            return new Address.OfDocument(new AddressReader(format, paths, false).at(alone(words, "document")));
        }
        if (words.has("from") == words.has("at")) {
            throw words.problem("needs either at or from");
        }
        var address = words.has("at") ? at(words.at("at")) : inColumn(words);
        return inRecords && words.has("in") ? new Address.InJoin(words.at("in").text(), address) : address;
    }

    private AddressReader(Format format, XmlPathNotation paths, boolean inRecords) {
        this.format = format;
        this.paths = paths;
        this.inRecords = inRecords;
    }

    /** Whether an object of words holds an address at all. */
    public boolean hasAddress(Words words) {
        return words.has("from") || words.has("at") || words.has("document");
    }

    public boolean isOfRecords() {
        return inRecords;
    }

    public boolean hasColumns() {
        return format.isTable();
    }

    public boolean hasCells() {
        return format == Format.XLSX;
    }

    boolean hasPaths() {
        return format == Format.XML;
    }

    public Address.Column column(Words words) {
        if (!format.isTable()) {
            throw words.problem("only tables have columns; use at");
        }
        return new Address.Column(words.texts());
    }

    private Address inColumn(Words words) {
        var column = column(words.at("from"));
        if (!words.has("row")) {
            return column;
        }
        var row = words.at("row").members();
        if (inRecords || row.size() != 1) {
            throw words.problem("row names one column and what that says in the row meant, as in {指标编号: '1'}");
        }
        return new Address.ColumnAtRow(
                column,
                new Address.Column(List.of(row.getFirst().name())),
                Characters.label(row.getFirst().text()));
    }

    private static Words alone(Words words, String word) {
        if (words.has("from") || words.has("at") || words.has("in")) {
            throw words.problem(word + " is an address of its own; neither at nor from stands beside it");
        }
        return words.at(word);
    }

    private Address at(Words words) {
        var text = words.text();
        return switch (format) {
            case JSON, JSON_LINES ->
                JsonPathNotation.parse(text)
                        .orElseThrow(() -> words.problem("must be a JSON pointer such as /a/b (RFC 6901)"));
            case XML ->
                (inRecords ? paths.parseInside(text) : paths.parse(text))
                        .orElseThrow(() -> words.problem("must be a path such as /a/b[@k='v']/@c and nothing more"));
            case XLSX -> inTable(words, text);
            case CSV -> {
                if (!text.equals("title")) {
                    throw words.problem("CSV has columns; use from");
                }
                yield new Address.Title();
            }
            case CANONICAL_JSON, CANONICAL_XML -> throw words.problem("the canonical forms need no addresses");
        };
    }

    private Address inTable(Words words, String text) {
        if (inRecords) {
            throw words.problem("a fixed cell is the document's, not a row's; use document");
        }
        return text.equals("title")
                ? new Address.Title()
                : A1.parse(text).orElseThrow(() -> words.problem("must be a cell such as B7, or title"));
    }
}
