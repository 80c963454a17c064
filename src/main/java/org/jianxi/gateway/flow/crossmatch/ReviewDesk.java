package org.jianxi.gateway.flow.crossmatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.records.TraineeDescription;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.review.QueuedCandidate;
import org.jianxi.gateway.registries.review.ReviewOutcome;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.review.RowDescription;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.springframework.transaction.support.TransactionOperations;

/** Rows of registries without a number that may be ours, and what a person says of each. Nothing follows from one before that. */
public record ReviewDesk(AnswerIntake intake, Openings openings, Office office) {

    /** How a person's records are found and opened. */
    public record Openings(MarkList list, RecordStore store, Looks looks) {}

    /** Where acts are written down. */
    public record Office(Audit audit, TransactionOperations transaction, Clock clock) {}

    /** @param records of the person that stand now */
    public record Shown(QueuedCandidate candidate, List<MarkedRecord> records) {}

    /**
     * Both sides by name, for whoever said what for.
     *
     * @param row of the registry; empty where it was let go of
     * @param ours empty where no record of the person stands any more
     */
    public record Opened(Shown shown, Optional<RowDescription> row, Optional<TraineeDescription> ours) {}

    /** How a closing ended. */
    public enum Ended {
        DONE,
        CLOSED_BEFORE,
        NOT_THERE
    }

    /** Why, as whoever decided says it, 4 to 200 characters; and who that is. */
    public record Decision(ReviewOutcome outcome, String words, String actor) {

        private static final int SHORTEST = 4;
        private static final int LONGEST = 200;

        /** Empty where the outcome is none, or the words are too few or too many. */
        public static Optional<Decision> of(String outcome, String words, String actor) {
            var written = words.strip();
            return ReviewOutcome.decided(outcome)
                    .filter(one -> written.length() >= SHORTEST && written.length() <= LONGEST)
                    .map(one -> new Decision(one, written, actor));
        }
    }

    /** In the order of their numbers; nobody's name. */
    public List<Shown> page(RegistrySettings settings, boolean open, long after, int limit) {
        return queue().page(settings.name(), open, after, limit).stream()
                .map(this::shown)
                .toList();
    }

    public Optional<Shown> find(RegistrySettings settings, long id) {
        return queue().page(settings.name(), false, id - 1, 1).stream()
                .filter(one -> one.id() == id)
                .map(this::shown)
                .findFirst();
    }

    private Shown shown(QueuedCandidate one) {
        var key = key(one);
        return new Shown(one, openings.list().records(List.of(key)).getOrDefault(key, List.of()));
    }

    /** The look at our person's record is written down first; where no record stands, nothing of the row is shown either. */
    public Optional<Opened> open(RegistrySettings settings, long id, LookReason reason) {
        return Optional.ofNullable(office.transaction()
                        .execute(status -> find(settings, id).map(shown -> {
                            var ours = ours(shown, reason, office.clock().instant());
                            var row = ours.flatMap(one -> queue().description(shown.candidate()));
                            return new Opened(shown, row, ours);
                        })))
                .flatMap(one -> one);
    }

    private Optional<TraineeDescription> ours(Shown shown, LookReason reason, Instant now) {
        var person = shown.candidate().person();
        return shown.records().stream()
                .flatMap(record -> openings.store().find(record.submission(), record.number()).stream())
                .flatMap(found -> openings.looks().open(found, reason, now).stream())
                .map(leaf -> TraineeDescription.read(person, leaf.value()))
                .findFirst();
    }

    /** Of the same person the row's word proposes a mark, which is still to be confirmed. */
    public Ended close(RegistrySettings settings, long id, Decision decision) {
        return Optional.ofNullable(office.transaction().execute(status -> within(settings, id, decision)))
                .orElseThrow();
    }

    private Ended within(RegistrySettings settings, long id, Decision decision) {
        var found = queue().lock(settings.name(), id);
        if (found.isEmpty()) {
            return Ended.NOT_THERE;
        }
        if (found.get().closed().isPresent()) {
            return Ended.CLOSED_BEFORE;
        }
        var now = office.clock().instant();
        queue().close(
                        found.get(),
                        decision.outcome(),
                        decision.words(),
                        new ReviewQueue.Decided(decision.actor(), now));
        office.audit()
                .record(
                        now,
                        new Audit.Deed(
                                decision.actor(),
                                "candidate-closed",
                                settings.name() + "/" + id,
                                decision.outcome().wireName()));
        if (decision.outcome() == ReviewOutcome.SAME_PERSON) {
            propose(settings, found.get(), now);
        }
        return Ended.DONE;
    }

    private void propose(RegistrySettings settings, QueuedCandidate candidate, Instant now) {
        queue().description(candidate)
                .map(row -> new Answer(
                        new PersonOfRecord(candidate.person(), Optional.empty()),
                        MatchResult.HIT,
                        Optional.of(row.hardship())))
                .flatMap(answer -> AnswerIntake.hit(settings, candidate.of(), answer))
                .ifPresent(hit -> {
                    var asked =
                            new Marks.Asked(settings.code(), settings.query().purpose());
                    var changed = intake.marks().proposed(asked, List.of(hit), now);
                    if (!changed.isEmpty()) {
                        intake.news().tell(changed, now);
                    }
                });
    }

    private ReviewQueue queue() {
        return intake.reviewed();
    }

    private static PersonKey key(QueuedCandidate one) {
        return new PersonKey(one.person().bytes());
    }
}
