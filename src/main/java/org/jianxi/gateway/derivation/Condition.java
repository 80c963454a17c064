package org.jianxi.gateway.derivation;

import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.recordfiles.Facts;

/** What must hold of a record for a month. A closed vocabulary: a definition is data and can compute nothing else. */
public sealed interface Condition {

    record Dated(String field, When when) implements Condition {}

    record Coded(String field, List<String> codes) implements Condition {
        public Coded {
            codes = List.copyOf(codes);
        }
    }

    /** @param dataset of the record whose id the field holds */
    record LeadsTo(String field, String dataset, Condition condition) implements Condition {}

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** A blank code is none of the codes, and a record that is not there keeps no condition. */
    default boolean holds(Facts facts, Period month) {
        return switch (this) {
            case Dated dated -> dated.when().holds(facts.day(dated.field()), month);
            case Coded coded -> {
                var code = facts.text(coded.field());
                yield code != null && coded.codes().contains(code);
            }
            case LeadsTo reference -> {
                var other = facts.of(reference.field());
                yield other != null && reference.condition().holds(other, month);
            }
            case All all -> all.conditions().stream().allMatch(one -> one.holds(facts, month));
            case Any any -> any.conditions().stream().anyMatch(one -> one.holds(facts, month));
            case Not not -> !not.condition().holds(facts, month);
        };
    }

    /** Every field it looks at, with the datasets beneath {@code dataset} whose records it is led to. */
    default Stream<Looked> looks(String dataset) {
        return switch (this) {
            case Dated dated ->
                Stream.of(new Looked(dataset, dated.field(), !dated.when().allowsBlank()));
            case Coded coded -> Stream.of(new Looked(dataset, coded.field(), true));
            case LeadsTo to ->
                Stream.concat(
                        Stream.of(new Looked(dataset, to.field(), true)),
                        to.condition().looks(to.dataset()));
            case All all -> all.conditions().stream().flatMap(one -> one.looks(dataset));
            case Any any -> any.conditions().stream().flatMap(one -> one.looks(dataset));
            case Not not -> not.condition().looks(dataset);
        };
    }

    /** @param needed whether records without it would make a wrong figure, rather than a blank one that means "not yet" */
    record Looked(String dataset, String field, boolean needed) {}
}
