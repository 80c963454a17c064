package org.jianxi.gateway.records.derived;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.records.facts.Extent;

/** What each record of a dataset adds to figures, as SQL. */
final class Contributions {

    private final Question question;

    Contributions(String name, Counting counting, Extent extent, String dataset) {
        this.question = new Question(name, counting, extent, dataset);
    }

    Map<String, Object> parameters() {
        return question.parameters();
    }

    String bind(Object value) {
        return question.bind(value);
    }

    /** Each sender and office with what the sender's records add to the office's figures, in their order; where none is, no row. */
    String sums(List<Definition.FromRecords> figures) {
        var sums = figures.stream()
                .map(one -> "coalesce(sum(%s), 0)".formatted(adds(one)))
                .collect(Collectors.joining(",\n"));
        var owner = question.owner();
        var counts = question.counts();
        return "select r.sender, %s,\n%s\n%s\nwhere %s is not null and %s\ngroup by 1, 2"
                .formatted(owner, sums, question.from(), owner, counts);
    }

    /** One office's records that add something: {@code record, batch, number, adds}. */
    String each(Definition.FromRecords figure, Sender sender) {
        var adds = adds(figure);
        var owner = question.owner();
        var counts = question.counts();
        return "select * from (select r.record, r.batch, r.number, %s as adds\n%s\nwhere %s = %s and %s) one where adds <> 0"
                .formatted(adds, question.from(), owner, bind(sender.code()), counts);
    }

    private String adds(Definition.FromRecords counted) {
        var amount = counted.added()
                .map(question::column)
                .map("coalesce(%s, 0)"::formatted)
                .orElse("1");
        var less = counted.less()
                .map(taken -> " when %s then -%s".formatted(question.holds(taken), amount))
                .orElse("");
        return "case when %s then %s%s else 0 end".formatted(question.holds(counted.when()), amount, less);
    }
}
