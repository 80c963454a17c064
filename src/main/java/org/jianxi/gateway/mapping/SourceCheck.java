package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.expression.Expression;
import org.jianxi.gateway.mapping.expression.Expressions;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * A check of the integrator's own.
 *
 * @param id begins with {@code F-SOURCE-}
 * @param field or figure, by its number, whose place the finding names
 */
record SourceCheck(String id, Severity severity, Bilingual text, Expression condition, Optional<String> field) {

    /**
     * The word {@code checks}; empty where it is absent.
     *
     * @param isKnown whether a field, or a figure's number, may be named as the place
     * @param whose fields or figures they are
     */
    static List<SourceCheck> readAll(Words root, Predicate<String> isKnown, String whose) {
        var checks = new ArrayList<SourceCheck>();
        for (var words : root.find("checks").map(Words::items).orElse(List.of())) {
            var check = read(words);
            if (checks.stream().anyMatch(other -> other.id().equals(check.id()))) {
                throw words.at("id").problem("stands in another check already");
            }
            if (check.field().isPresent() && !isKnown.test(check.field().get())) {
                throw words.at("at").problem("is no field or figure of " + whose);
            }
            checks.add(check);
        }
        return checks;
    }

    private static SourceCheck read(Words words) {
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
