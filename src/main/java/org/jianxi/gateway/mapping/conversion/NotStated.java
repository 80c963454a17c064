package org.jianxi.gateway.mapping.conversion;

import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.mapping.notation.FieldText;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.table.Value;

/**
 * A conversion under which some words of the source say that it states nothing: {@code codes: {不详: null}}.
 *
 * @param unstated compared as words of a list are
 */
record NotStated(Set<String> unstated, Conversion stated) implements Conversion {

    /** The conversion itself where the words have no such table. */
    static Conversion read(Words words, Conversion conversion) {
        var unstated = words.find("codes").stream()
                .flatMap(codes -> codes.members().stream())
                .filter(Words::isNothing)
                .map(one -> FieldText.word(one.name()))
                .collect(Collectors.toSet());
        return unstated.isEmpty() ? conversion : new NotStated(unstated, conversion);
    }

    /** A table of nothing but such words, which a field of any type may have: {@code codes: {'00000000': null}}. */
    static boolean saidBy(Words word) {
        return word.name().equals("codes") && word.members().stream().allMatch(Words::isNothing);
    }

    @Override
    public Converted convert(Value value) {
        return unstated.contains(FieldText.word(value.asText())) ? Converted.BLANK : stated.convert(value);
    }
}
