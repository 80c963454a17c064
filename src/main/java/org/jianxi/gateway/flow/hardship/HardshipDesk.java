package org.jianxi.gateway.flow.hardship;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.registries.marks.MarkLife;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.MarkList.Marked;
import org.jianxi.gateway.registries.marks.MarkStep;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.marks.Marks.Doing;
import org.springframework.transaction.support.TransactionOperations;

/** Acts of people on marks: each with its audit row and its notices, in one transaction. */
public final class HardshipDesk {

    private final Marks marks;
    private final MarkList list;
    private final Dataset dataset;
    private final Office office;

    /** @param dataset that of hardship matches, whose codes count */
    public HardshipDesk(Marks marks, MarkList list, Dataset dataset, Office office) {
        this.marks = marks;
        this.list = list;
        this.dataset = dataset;
        this.office = office;
    }

    /** Where acts are written down and told. */
    public record Office(Audit audit, HardshipNews news, TransactionOperations transaction, Clock clock) {}

    /** How an act ended. */
    public sealed interface Ended {

        /** @param marked as it stands, or would in a dry run */
        record Done(Marked marked) implements Ended {}

        /** What was written may not stand. */
        record Wrong(List<Finding> findings) implements Ended {}

        /** Not as the mark stands. */
        record NotNow(List<Finding> findings) implements Ended {}

        /** There is no such mark for this actor. */
        record NotThere() implements Ended {}
    }

    /**
     * Who acts.
     *
     * @param name as the audit names actors
     * @param senders whose people they may act for; empty for the office
     */
    public record Actor(String name, Collection<Sender> senders) {
        public Actor {
            senders = List.copyOf(senders);
        }
    }

    /** @param dryRun says what would come of it and does nothing */
    public Ended act(String id, WrittenAct written, Actor actor, boolean dryRun) {
        return Optional.ofNullable(office.transaction().execute(status -> within(id, written, actor, dryRun)))
                .orElseThrow();
    }

    private Ended within(String id, WrittenAct written, Actor actor, boolean dryRun) {
        var locked = marks.lock(id);
        var marked = list.find(id, actor.senders());
        if (locked.isEmpty() || marked.isEmpty()) {
            return new Ended.NotThere();
        }
        var wrong = written.findings(dataset);
        if (!wrong.isEmpty()) {
            return new Ended.Wrong(wrong);
        }
        return dryRun
                ? tried(marked.get(), written)
                : done(marked.get(), written, actor, office.clock().instant());
    }

    private static Ended tried(Marked marked, WrittenAct written) {
        var mark = marked.mark();
        var step = mark.standing().map(standing -> MarkLife.after(standing, written.read()));
        return step.map(one -> switch (one) {
                    case MarkStep.Done done ->
                        new Ended.Done(new Marked(mark.standing(done.standing()), marked.records()));
                    case MarkStep.Nothing nothing -> new Ended.Done(marked);
                    case MarkStep.NotNow notNow -> refused(notNow);
                })
                .orElseGet(() -> refused(MarkLife.gone()));
    }

    private Ended done(Marked marked, WrittenAct written, Actor actor, Instant now) {
        return switch (marks.act(marked.mark(), new Doing(actor.name(), written.read(), now))) {
            case MarkStep.NotNow notNow -> refused(notNow);
            case MarkStep.Nothing nothing -> new Ended.Done(marked);
            case MarkStep.Done done -> {
                var mark = marks.find(marked.mark().id()).orElseThrow();
                office.audit()
                        .record(
                                now,
                                new Audit.Deed(
                                        actor.name(),
                                        "mark-" + written.act(),
                                        mark.id(),
                                        mark.state().wireName()));
                office.news().tell(List.of(mark), now);
                yield new Ended.Done(new Marked(mark, marked.records()));
            }
        };
    }

    private static Ended refused(MarkStep.NotNow notNow) {
        return new Ended.NotNow(List.of(Finding.error(HardshipRule.STATE, Place.pointer("/act"), notNow.why())));
    }
}
