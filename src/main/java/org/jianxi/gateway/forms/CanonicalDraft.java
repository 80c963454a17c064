package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.DerivedFrom;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import tools.jackson.databind.JsonNode;

/** Reads what can be read of a canonical tree into the records; what cannot is simply absent, and said elsewhere. */
record CanonicalDraft(ReturnForm form, CanonicalTree document) {

    private static final Pattern COMMITMENT = Pattern.compile(CanonicalWords.COMMITMENT);
    private static final Pattern MONEY = Pattern.compile(CanonicalWords.MONEY);
    private static final Pattern RULE = Pattern.compile(CanonicalWords.RULE);
    private static final Pattern TEXT = Pattern.compile(CanonicalWords.TEXT);
    private static final BigDecimal MOST_REVISION = BigDecimal.valueOf(CanonicalWords.MOST_REVISION);

    Draft read() {
        var figures = new TreeMap<Integer, Long>();
        var places = new TreeMap<Integer, Place>();
        for (var indicator : form.indicators()) {
            var pointer = "/indicators/" + indicator.number();
            amount(indicator, document.tree().at(pointer)).ifPresent(amount -> {
                figures.put(indicator.number(), amount);
                places.put(indicator.number(), document.placeOf(pointer));
            });
        }
        return new Draft(
                text("/form").filter(form.id()::equals),
                text("/period").flatMap(Period::parse),
                text("/sender").flatMap(Sender::parse),
                Figures.of(figures),
                places,
                explanations(),
                text("/derivedFrom").flatMap(DerivedFrom::coded),
                text("/commitment").filter(COMMITMENT.asMatchPredicate()).map(Digest::new));
    }

    /** The revision the document claims, 1 when it claims none; empty when what it claims is no revision. */
    Optional<Integer> revision() {
        var node = document.tree().at("/revision");
        if (node.isMissingNode()) {
            return Optional.of(1);
        }
        return whole(node)
                .filter(number -> number.signum() > 0 && number.compareTo(MOST_REVISION) <= 0)
                .map(BigDecimal::intValueExact);
    }

    private static Optional<Long> amount(Indicator indicator, JsonNode node) {
        if (indicator.unit().isMoney()) {
            return Optional.of(node)
                    .filter(JsonNode::isString)
                    .filter(text -> MONEY.matcher(text.stringValue()).matches())
                    .flatMap(text -> indicator.unit().amountOf(new BigDecimal(text.stringValue())));
        }
        return whole(node).flatMap(indicator.unit()::amountOf);
    }

    private static Optional<BigDecimal> whole(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(number -> number.stripTrailingZeros().scale() <= 0);
    }

    private List<Explanation> explanations() {
        var explanations = new ArrayList<Explanation>();
        for (var item : document.tree().at("/explanations")) {
            var rule = item.path("rule").asString("");
            var text = item.path("text").asString("");
            if (rule.length() <= CanonicalWords.LONGEST_RULE
                    && RULE.matcher(rule).matches()
                    && TEXT.matcher(text).matches()) {
                explanations.add(new Explanation(rule, text));
            }
        }
        return explanations;
    }

    private Optional<String> text(String pointer) {
        return Optional.of(document.tree().at(pointer))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }
}
