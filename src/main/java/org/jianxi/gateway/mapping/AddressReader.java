package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** Reads addresses as the format of the mapping allows them. */
final class AddressReader {

    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)+");

    private final Format format;

    AddressReader(Format format) {
        this.format = format;
    }

    /** An address alone, or inside an object of words: {@code at} a place, {@code from} a column. */
    Address read(Words words) {
        if (words.isText()) {
            return format.isTable() ? new Address.Column(List.of(words.text())) : at(words);
        }
        if (words.has("from") == words.has("at")) {
            throw words.problem("needs either at or from");
        }
        return words.has("at") ? at(words.at("at")) : column(words.at("from"));
    }

    boolean hasColumns() {
        return format.isTable();
    }

    Address.Column column(Words words) {
        if (!format.isTable()) {
            throw words.problem("only tables have columns; use at");
        }
        return new Address.Column(words.texts());
    }

    private Address at(Words words) {
        var text = words.text();
        return switch (format) {
            case JSON -> {
                if (!POINTER.matcher(text).matches()) {
                    throw words.problem("must be a JSON pointer such as /a/b (RFC 6901)");
                }
                yield new Address.Pointer(JsonPointer.compile(text));
            }
            case XML ->
                XmlPathNotation.parse(text)
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

    private static Address inTable(Words words, String text) {
        return text.equals("title")
                ? new Address.Title()
                : A1.parse(text).orElseThrow(() -> words.problem("must be a cell such as B7, or title"));
    }
}
