package org.jianxi.gateway.flow.crossmatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.run.NameDifferences;
import org.jianxi.gateway.registries.run.NameDifferences.Difference;
import org.jianxi.gateway.registries.run.NameDifferences.Outcome;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.springframework.transaction.support.TransactionOperations;

/** Numbers that stand in a registry under another name, and what a person says of each. */
public record DifferenceDesk(
        AnswerIntake intake, MarkList list, Audit audit, TransactionOperations transaction, Clock clock) {

    /** @param records of the person that stand now */
    public record Shown(Difference difference, List<MarkedRecord> records) {}

    /** How a closing ended. */
    public enum Ended {
        DONE,
        CLOSED_BEFORE,
        NOT_THERE
    }

    /** In the order of their numbers. */
    public List<Shown> page(RegistrySettings settings, boolean open, long after, int limit) {
        var page = differences().page(settings.name(), open, after, limit);
        var records =
                list.records(page.stream().map(DifferenceDesk::key).distinct().toList());
        return page.stream()
                .map(one -> new Shown(one, records.getOrDefault(key(one), List.of())))
                .toList();
    }

    /** Of the same person the registry's word proposes a mark, which is still to be confirmed. */
    public Ended close(RegistrySettings settings, long id, Outcome outcome, String actor) {
        return Optional.ofNullable(transaction.execute(status -> within(settings, id, outcome, actor)))
                .orElseThrow();
    }

    private Ended within(RegistrySettings settings, long id, Outcome outcome, String actor) {
        var found = differences().lock(settings.name(), id);
        if (found.isEmpty()) {
            return Ended.NOT_THERE;
        }
        if (found.get().outcome().isPresent()) {
            return Ended.CLOSED_BEFORE;
        }
        var now = clock.instant();
        differences().close(id, outcome, actor, now);
        audit.record(
                now, new Audit.Deed(actor, "name-difference-closed", settings.name() + "/" + id, outcome.wireName()));
        if (outcome == Outcome.SAME_PERSON) {
            propose(settings, found.get(), now);
        }
        return Ended.DONE;
    }

    private void propose(RegistrySettings settings, Difference difference, Instant now) {
        intake.answers()
                .saidUnderAnotherName(settings.name(), difference.purpose(), difference.person())
                .flatMap(said -> AnswerIntake.hit(settings, said.snapshot(), said.answer()))
                .ifPresent(hit -> {
                    var asked = new Marks.Asked(settings.code(), difference.purpose());
                    var changed = intake.marks().proposed(asked, List.of(hit), now);
                    if (!changed.isEmpty()) {
                        intake.news().tell(changed, now);
                    }
                });
    }

    private NameDifferences differences() {
        return intake.differences();
    }

    private static PersonKey key(Difference one) {
        return new PersonKey(one.person().person().bytes());
    }
}
