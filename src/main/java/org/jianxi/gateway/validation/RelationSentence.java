package org.jianxi.gateway.validation;

import java.util.List;
import java.util.SortedMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.Relation.Term;

/** Says a broken relation with its numbers: {@code 8 (41) must be at least 9 (30) + 11 (14); short by 3}. */
record RelationSentence(Relation relation, SortedMap<Integer, String> values, SortedMap<Integer, String> previous) {

    Bilingual with(String difference) {
        return new Bilingual(chinese(difference), english(difference));
    }

    private String english(String difference) {
        var words = switch (relation.comparison()) {
            case AT_LEAST -> List.of(" must be at least ", "; short by ");
            case AT_MOST -> List.of(" must be at most ", "; over by ");
            case EQUAL -> List.of(" must equal ", "; differs by ");
        };
        return english(relation.left()) + words.get(0) + english(relation.right()) + words.get(1) + difference;
    }

    private String chinese(String difference) {
        var words = switch (relation.comparison()) {
            case AT_LEAST -> List.of("应不小于 ", "，差 ");
            case AT_MOST -> List.of("应不大于 ", "，多 ");
            case EQUAL -> List.of("应等于 ", "，相差 ");
        };
        return "指标" + chinese(relation.left()) + words.get(0) + chinese(relation.right()) + words.get(1) + difference
                + "。" + relation.meaning().zh();
    }

    private String english(List<Term> terms) {
        var side = new StringBuilder();
        for (var term : terms) {
            side.append(side.isEmpty() ? "" : term.negative() ? " - " : " + ");
            side.append(term.previous() ? "last month's " : "");
            side.append(term.indicator()).append(" (").append(value(term)).append(')');
        }
        return side.toString();
    }

    private String chinese(List<Term> terms) {
        var side = new StringBuilder();
        for (var term : terms) {
            side.append(side.isEmpty() ? "" : term.negative() ? "-" : "+");
            side.append(term.previous() ? "上月" : "");
            side.append(term.indicator()).append('（').append(value(term)).append('）');
        }
        return side.toString();
    }

    private String value(Term term) {
        return String.valueOf((term.previous() ? previous : values).get(term.indicator()));
    }
}
