package org.jianxi.gateway.mapping.source;

import java.util.List;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * What a value in a merged range of data cells means for the other cells of the range. A column nobody spoke for is a finding.
 *
 * @param everywhere whether values stand for the rows below in every column
 * @param fill columns in which they stand for the rows below
 * @param across columns in which they stand for the columns to the right too
 * @param first columns in which they belong to the first cell alone; the others are blank
 */
record MergedRule(
        boolean everywhere, List<Address.Column> fill, List<Address.Column> across, List<Address.Column> first) {

    static final MergedRule UNSPOKEN = new MergedRule(false, List.of(), List.of(), List.of());

    MergedRule {
        fill = List.copyOf(fill);
        across = List.copyOf(across);
        first = List.copyOf(first);
    }

    static MergedRule read(Words words, AddressReader addresses) {
        return words.isText()
                ? new MergedRule(true, List.of(), List.of(), List.of())
                : new MergedRule(
                        words.find("fill").map(Words::texts).orElse(List.of()).contains("*"),
                        columns(words, "fill", addresses),
                        columns(words, "across", addresses),
                        columns(words, "first", addresses));
    }

    private static List<Address.Column> columns(Words words, String word, AddressReader addresses) {
        return words.find(word).stream()
                .flatMap(columns -> columns.isList() ? columns.items().stream() : java.util.stream.Stream.of(columns))
                .map(addresses::column)
                .toList();
    }
}
