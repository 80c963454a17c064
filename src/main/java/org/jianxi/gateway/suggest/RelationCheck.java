package org.jianxi.gateway.suggest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;

/** Whether the figures, read as guessed, keep the relations that the form prints. */
final class RelationCheck {

    private RelationCheck() {}

    /** A relation of figures that are not there breaks nothing. */
    static boolean holds(ReturnForm form, Result result) {
        return form.printed().stream().allMatch(relation -> holds(relation, result));
    }

    private static boolean holds(Relation relation, Result result) {
        var left = sum(relation.left(), result);
        var right = sum(relation.right(), result);
        if (left.isEmpty() || right.isEmpty()) {
            return true;
        }
        var compared = left.get().compareTo(right.get());
        return switch (relation.comparison()) {
            case AT_LEAST -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case EQUAL -> compared == 0;
        };
    }

    private static Optional<BigDecimal> sum(List<Relation.Term> terms, Result result) {
        var sum = BigDecimal.ZERO;
        for (var term : terms) {
            var amount = result.guess(Integer.toString(term.indicator())).flatMap(RelationCheck::amount);
            if (amount.isEmpty() || term.previous()) {
                return Optional.empty();
            }
            sum = term.negative() ? sum.subtract(amount.get()) : sum.add(amount.get());
        }
        return Optional.of(sum);
    }

    /** The greatest amount of a slot: the total of a table that has one. */
    static Optional<BigDecimal> amount(Guess guess) {
        return guess.slot().values().stream()
                .map(Said::bare)
                .map(text -> text.replace(",", "").replaceAll("[^0-9.]+$", ""))
                .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?"))
                .map(BigDecimal::new)
                .max(BigDecimal::compareTo);
    }
}
