package org.jianxi.gateway.flow.crossmatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.intake.Schedule;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.CurrentPeople;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.Due;
import org.jianxi.gateway.registries.run.MatchAnswers;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.MatchRuns;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.Registry;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One registry and one purpose: who is due, asking them in batches, and each batch's answers with all that follows in one transaction.
 *
 * <p>It may be killed between any two steps. Who has an answer is in the database, so the next turn asks for the others and for nobody
 * twice. For one registry at a time: whoever calls it holds the {@link RunLock}.
 */
public final class CrossMatchFlow {

    /** So often a registry may change under one turn. */
    private static final int MOST_SNAPSHOTS = 3;

    private final Rows rows;
    private final CurrentPeople people;
    private final AnswerIntake intake;
    private final TransactionOperations transaction;
    private final Clock clock;

    public CrossMatchFlow(
            Rows rows, CurrentPeople people, AnswerIntake intake, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.intake = intake;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where runs are written down. */
    public record Rows(MatchRuns runs, MatchAnswers answers, Audit audit) {}

    /**
     * Who runs it.
     *
     * @param actor as the audit names actors
     * @param begun hears the run's id as soon as it stands
     */
    public record Order(String actor, RunProgress progress, LongConsumer begun) {}

    /** What a run would do now. Nobody is asked for, and nothing is written. */
    public RunPlan plan(RegistrySettings settings, Registry registry) throws RegistryUnavailable {
        var standing = registry.standing();
        var open = rows.runs()
                .newest(settings.name())
                .filter(run -> run.finishedAt().isEmpty());
        return plan(settings, registry, standing, open.map(MatchRun::id).orElse(0L));
    }

    /** Begins a run or goes on with the one that stands; ends when everybody who was due has an answer, or where it stops. */
    public MatchRun run(RegistrySettings settings, Registry registry, Order order) {
        var run = begin(settings, order);
        for (var snapshots = 1; snapshots <= MOST_SNAPSHOTS; snapshots++) {
            try {
                if (isThrough(settings, registry, run, order)) {
                    return again(run);
                }
                supersede(run);
                run = begin(settings, order);
            } catch (RegistryUnavailable unavailable) {
                return stopped(run, order, unavailable.reason());
            }
        }
        return stopped(
                run,
                order,
                new Bilingual(
                        "登记库的快照在比对时一再更换；下次继续",
                        "The registry's snapshot changed again and again; it goes on at its next turn"));
    }

    /** Answers of people of whom no record is left go, those too of a registry that is not asked any more. */
    void forgetStrangers() {
        within(() -> rows.answers().forgetStrangers());
    }

    /** A run that cannot ask anybody: it stands still and says why. */
    MatchRun refused(RegistrySettings settings, Order order, Bilingual reason) {
        return stopped(begin(settings, order), order, reason);
    }

    /** The open run, if there is one, stands still for an error of ours. */
    void broken(RegistrySettings settings, String what) {
        var reason =
                new Bilingual("本方错误：" + what + "；下次继续", "An error of ours, " + what + "; it goes on at its next turn");
        rows.runs()
                .newest(settings.name())
                .filter(run -> run.finishedAt().isEmpty())
                .ifPresent(run -> within(() -> rows.runs().stop(run.id(), reason, clock.instant())));
    }

    private void supersede(MatchRun run) {
        within(() -> rows.runs().supersede(run.id(), clock.instant()));
    }

    private MatchRun begin(RegistrySettings settings, Order order) {
        var run = Optional.ofNullable(transaction.execute(status -> {
                    var now = clock.instant();
                    var one = rows.runs().begin(settings, order.actor(), now);
                    note(order, one, "match-run-begun", "");
                    return one;
                }))
                .orElseThrow();
        order.begun().accept(run.id());
        return run;
    }

    /** False where the registry answers from another snapshot now than it did in this run. */
    private boolean isThrough(RegistrySettings settings, Registry registry, MatchRun run, Order order)
            throws RegistryUnavailable {
        var standing = registry.standing();
        if (run.snapshot().filter(before -> !before.equals(standing)).isPresent()) {
            return false;
        }
        var plan = plan(settings, registry, standing, run.id());
        var tally = new RunTally(rows.answers().counts(run.id()));
        var due = tally.answered() + plan.work().size();
        within(() -> {
            rows.runs().answersFrom(run.id(), standing, clock.instant());
            rows.runs().planned(run.id(), plan.people(), due, clock.instant());
        });
        order.progress().at(tally.answered(), due);
        var asked = new Asked(run.id(), standing, tally);
        for (var batch = plan.work().next(registry.batch());
                !batch.isEmpty();
                batch = plan.work().next(registry.batch())) {
            if (!registry.standing().equals(standing)) {
                return false;
            }
            ask(settings, registry, asked, batch);
            order.progress().at(tally.answered(), due);
        }
        finish(settings, run, order);
        return true;
    }

    private RunPlan plan(RegistrySettings settings, Registry registry, SnapshotLabel standing, long run)
            throws RegistryUnavailable {
        var purpose = settings.query().purpose();
        var snapshots = rows.answers().snapshots(settings.name(), purpose);
        var due = Due.of(registry, standing, settings, snapshots, today());
        var draft = new RunPlan.Draft(standing);
        rows.answers().forEach(new MatchAnswers.Scope(settings.name(), purpose, run, standing.id()), (person, last) -> {
            draft.seen();
            due.why(person, last).ifPresent(why -> {
                draft.due(why);
                draft.work().add(person);
            });
        });
        return draft.done();
    }

    private record Asked(long run, SnapshotLabel snapshot, RunTally tally) {}

    /** What was answered counts, however asking ended. */
    private void ask(RegistrySettings settings, Registry registry, Asked asked, List<PersonOfRecord> batch)
            throws RegistryUnavailable {
        var answers = new ArrayList<Answer>();
        try {
            registry.ask(batch.stream().map(person -> person(settings, person)).toList(), answers::add);
        } finally {
            if (!answers.isEmpty()) {
                within(() -> {
                    var now = clock.instant();
                    intake.take(settings, asked.run(), asked.snapshot(), answers, now);
                    rows.runs().moved(asked.run(), asked.tally().with(answers), now);
                });
                asked.tally().add(answers);
            }
        }
    }

    /** Number and name are opened when the registry must have them, and each opening is a row. */
    private Person person(RegistrySettings settings, PersonOfRecord tokens) {
        var query = settings.query();
        var reason = new LookReason(Marks.MATCH_RUN, query.purpose(), Optional.of(query.legalBasis()));
        return new Person(
                tokens,
                () -> Optional.ofNullable(
                                transaction.execute(status -> people.open(tokens.person(), reason, clock.instant())))
                        .orElseThrow());
    }

    private void finish(RegistrySettings settings, MatchRun run, Order order) {
        within(() -> {
            rows.answers().forget(settings.name(), today().minus(settings.validity()));
            rows.runs().finish(run.id(), clock.instant());
            note(order, run, "match-run-finished", "");
        });
    }

    private MatchRun stopped(MatchRun run, Order order, Bilingual reason) {
        within(() -> {
            rows.runs().stop(run.id(), reason, clock.instant());
            note(order, run, "match-run-stopped", reason.en());
        });
        return again(run);
    }

    private MatchRun again(MatchRun run) {
        return rows.runs().find(run.id()).orElseThrow();
    }

    private void note(Order order, MatchRun run, String action, String detail) {
        var object = run.registry() + "/" + run.id();
        rows.audit().record(clock.instant(), new Audit.Deed(order.actor(), action, object, detail));
    }

    private void within(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Schedule.OFFICE);
    }
}
