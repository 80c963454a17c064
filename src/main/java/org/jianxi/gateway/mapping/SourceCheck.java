package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.expression.Expression;
import org.jianxi.gateway.mapping.expression.Expressions;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * A check of the integrator's own.
 *
 * @param id begins with {@code F-SOURCE-}
 * @param field whose place the finding names
 */
record SourceCheck(String id, Severity severity, Bilingual text, Expression condition, Optional<String> field) {

    static SourceCheck read(Words words) {
        return new SourceCheck(
                "F-SOURCE-" + words.at("id").text(),
                words.text("severity", "error").equals("warning") ? Severity.WARNING : Severity.ERROR,
                new Bilingual(
                        words.at("text").at("zh").text(),
                        words.at("text").at("en").text()),
                Expressions.condition(words.at("expr")),
                words.find("at").map(Words::text));
    }
}
