package org.jianxi.gateway.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.Relation.Comparison;
import org.jianxi.gateway.forms.Relation.Term;
import org.jianxi.gateway.forms.ReturnForm;

/** One relation of the form held against one return. */
record RelationRule(ReturnForm form, Relation relation) {

    /** What an explanation is bound to: another wording or weight is another rule. */
    String version() {
        return relation.severity().wireName() + " " + relation.notation()
                + (relation.withinYear() ? " within year" : "");
    }

    /** The finding, when every figure it needs is there and they do not agree. */
    Optional<Finding> check(Draft draft, Optional<Figures> previousMonth) {
        var january = draft.period().filter(period -> period.isJanuary()).isPresent();
        var previous = relation.withinYear() && january ? Optional.<Figures>empty() : previousMonth;
        var left = Sum.of(relation.left(), draft.figures(), previous);
        var right = Sum.of(relation.right(), draft.figures(), previous);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var margin = relation.comparison() == Comparison.AT_MOST
                ? right.get().minus(left.get())
                : left.get().minus(right.get());
        return keeps(margin) ? Optional.empty() : Optional.of(finding(draft, previous, margin));
    }

    private boolean keeps(Sum margin) {
        return relation.comparison() == Comparison.EQUAL
                ? margin.total().signum() == 0
                : margin.total().signum() >= 0;
    }

    private Finding finding(Draft draft, Optional<Figures> previous, Sum margin) {
        var subject = relation.left().getFirst().indicator();
        var difference = print(subject, margin.total().abs());
        var current = values(draft.figures(), false);
        var before = previous.map(figures -> values(figures, true)).orElseGet(TreeMap::new);
        return new Finding(
                relation.rule(),
                relation.severity(),
                draft.placeOf(subject),
                new RelationSentence(relation, current, before).with(difference),
                relation.clause(),
                current,
                before,
                relation.comparison() == Comparison.EQUAL ? null : difference,
                repairs(draft.figures(), margin),
                null);
    }

    private List<Repair> repairs(Figures figures, Sum margin) {
        var repairs = new Repairs(form, figures);
        var order = terms().filter(term -> !term.previous())
                .map(Term::indicator)
                .distinct()
                .toList();
        return relation.comparison() == Comparison.EQUAL
                ? repairs.ofEquation(margin, order)
                : repairs.ofInequality(margin, order);
    }

    private SortedMap<Integer, String> values(Figures figures, boolean ofLastMonth) {
        var values = new TreeMap<Integer, String>();
        terms().filter(term -> term.previous() == ofLastMonth)
                .forEach(term -> values.put(
                        term.indicator(), print(term.indicator(), BigInteger.valueOf(figures.of(term.indicator())))));
        return values;
    }

    private String print(int indicator, BigInteger amount) {
        return form.indicator(indicator).unit().printExact(amount.longValueExact());
    }

    private Stream<Term> terms() {
        return Stream.concat(relation.left().stream(), relation.right().stream());
    }
}
