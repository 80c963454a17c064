package org.jianxi.gateway.mapping;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.mapping.expression.Expression;
import org.jianxi.gateway.mapping.expression.Expressions;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.RowNames;
import org.jianxi.gateway.mapping.notation.TextMatch;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.source.RowText;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;

/**
 * What a figure says beyond its place: the part of its text that is meant, how its number is written where that differs from the
 * rest, or an expression it is computed by.
 */
record FigureWords(Optional<TextMatch> cut, Optional<NumberStyle> style, Optional<Computed> computed) {

    static final FigureWords NONE = new FigureWords(Optional.empty(), Optional.empty(), Optional.empty());

    /** An expression over what the return's row or document says. */
    record Computed(Expression expression, RowNames names) {

        Value value(SourceDocument document) {
            return expression.value(new RowText(names, document), Map.of());
        }
    }

    static FigureWords read(Words words, AddressReader addresses) {
        return new FigureWords(
                words.find("match").map(TextMatch::read),
                words.find("numbers")
                        .map(one ->
                                NumberStyle.named(one.text()).orElseThrow(() -> one.problem("is no style of numbers"))),
                words.find("expr").map(one -> new Computed(Expressions.value(one), new RowNames(addresses, one))));
    }

    /** The text that is meant; empty where there is text and the expression does not fit it. */
    Optional<String> part(String text) {
        return cut.isEmpty() || Characters.label(text).isEmpty()
                ? Optional.of(text)
                : cut.get().in(text);
    }
}
