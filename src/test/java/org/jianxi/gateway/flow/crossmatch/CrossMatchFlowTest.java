package org.jianxi.gateway.flow.crossmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.flow.crossmatch.ComparedPeople.number;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.Due;
import org.jianxi.gateway.registries.run.NameDifferences.Outcome;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run over a real database: who is asked for, who never again, and what follows from the answers. */
class CrossMatchFlowTest {

    private static final SnapshotLabel JULY = new SnapshotLabel("july", LocalDate.parse("2023-07-31"));

    @TempDir
    private Path folder;

    private ComparedPeople people;
    private final ListedRegistry registry = new ListedRegistry().list(number(3), new Person(3).name(), "城市低保");

    @BeforeEach
    void fiveTrainees() {
        people = new ComparedPeople(folder);
        people.trainees(1, 2, 3, 4, 5);
    }

    @Test
    void aHitIsProposedAndNeverConfirmedAndAMissIsNothing() {
        var run = people.run(registry);

        assertThat(run.state()).isEqualTo("finished");
        assertThat(run.people()).isEqualTo(5);
        assertThat(run.due()).isEqualTo(5);
        assertThat(run.results()).isEqualTo(Map.of(MatchResult.HIT, 1L, MatchResult.MISS, 4L));
        assertThat(people.marks(1, 2, 3, 4, 5)).isEqualTo(Map.of(number(3), "proposed"));
        assertThat(people.looks()).hasSize(5).containsOnly("match-run PRIORITY_HELP");
        assertThat(people.audit()).containsExactly("match-run-begun", "match-run-finished");
    }

    @Test
    void nobodyIsAskedTwiceFromOneSnapshotAndWhoeverIsNewOrChangedIs() {
        people.run(registry);
        people.trainees(Map.of(2, "改名者"), 1, 2, 3, 4, 5, 6);

        var run = people.run(registry);

        assertThat(run.results()).isEqualTo(Map.of(MatchResult.MISS, 2L));
        assertThat(registry.asked).hasSize(7);
        assertThat(registry.asked.subList(5, 7)).containsExactlyInAnyOrder(number(2), number(6));
    }

    @Test
    void aRegistryThatGoesAwayIsAskedForTheRestByTheSameRun() {
        registry.answersLeft = 3;
        var stopped = people.run(registry);
        assertThat(stopped.state()).isEqualTo("stopped");
        assertThat(stopped.stopped().orElseThrow().en()).isEqualTo("The registry is away");
        assertThat(stopped.answered()).isEqualTo(3);

        registry.answersLeft = Integer.MAX_VALUE;
        var run = people.run(registry);

        assertThat(run.id()).isEqualTo(stopped.id());
        assertThat(run.state()).isEqualTo("finished");
        assertThat(run.due()).isEqualTo(5);
        assertThat(run.answered()).isEqualTo(5);
        assertThat(registry.asked).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatIsKilledBetweenTwoBatchesGoesOnWhereItWas() {
        var batches = new int[1];
        registry.beforeEachBatch = () -> {
            if (batches[0]++ == 3) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> people.run(registry)).hasMessage("killed");
        assertThat(registry.asked).hasSize(4);
        registry.beforeEachBatch = () -> {};
        people.flow().broken(ComparedPeople.SETTINGS, "IllegalStateException");
        assertThat(people.runs.newest(registry.name()).orElseThrow().state()).isEqualTo("stopped");

        var run = people.run(registry);

        assertThat(run.state()).isEqualTo("finished");
        assertThat(registry.asked).hasSize(5).doesNotHaveDuplicates();
        assertThat(people.audit()).containsExactly("match-run-begun", "match-run-begun", "match-run-finished");
    }

    @Test
    void aNewSnapshotInTheMiddleBeginsAnewAndNobodyIsLeftWithTheOldAnswer() {
        var batches = new int[1];
        registry.beforeEachBatch = () -> {
            if (++batches[0] == 3) {
                registry.standing = JULY;
            }
        };

        var run = people.run(registry);

        assertThat(run.state()).isEqualTo("finished");
        assertThat(run.snapshot()).contains(JULY);
        assertThat(run.answered()).isEqualTo(5);
        assertThat(people.runs.find(run.id() - 1).orElseThrow().state()).isEqualTo("superseded");
        assertThat(registry.asked)
                .as("two of the first snapshot, five of the second")
                .hasSize(7);
    }

    @Test
    void ofANewSnapshotOnlyThoseItNamesAreAsked() throws Exception {
        people.run(registry);
        registry.standing = JULY;
        registry.changed = Optional.of(Set.of(token(4)));
        registry.list(number(4), new Person(4).name(), "特困");

        assertThat(people.plan(registry).due()).isEqualTo(Map.of(Due.Why.CHANGED, 1L));
        var run = people.run(registry);

        assertThat(run.results()).isEqualTo(Map.of(MatchResult.HIT, 1L));
        assertThat(people.marks(3, 4)).isEqualTo(Map.of(number(3), "proposed", number(4), "proposed"));
    }

    @Test
    void anAnswerThatIsSoonTooOldIsAskedForAgainOfANewSnapshot() throws Exception {
        people.run(registry);
        people.clock.forward(Duration.ofDays(150));
        registry.changed = Optional.of(Set.of());
        assertThat(people.plan(registry).due()).as("the same snapshot").isEmpty();

        registry.standing = new SnapshotLabel("december", LocalDate.parse("2023-11-30"));

        assertThat(people.plan(registry).due()).isEqualTo(Map.of(Due.Why.OLD, 5L));
    }

    @Test
    void whoseAnswerWasUnusableIsAskedAgainByTheNextRunAndNotByThisOne() {
        registry.unreadable.add(number(5));
        registry.answersLeft = 5;
        var first = people.run(registry);
        assertThat(first.results()).containsEntry(MatchResult.ERROR, 1L);

        registry.unreadable.clear();
        registry.answersLeft = Integer.MAX_VALUE;
        var second = people.run(registry);

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(second.results()).isEqualTo(Map.of(MatchResult.MISS, 1L));
        assertThat(people.run(registry).due()).isZero();
    }

    @Test
    void anotherNameIsForAPersonToLookAtAndNoMark() {
        registry.list(number(2), "别人的名字", "农村低保");

        var run = people.run(registry);

        assertThat(run.results()).containsEntry(MatchResult.NAME_MISMATCH, 1L);
        assertThat(people.marks(2)).isEmpty();
        var open = people.differences.page(registry.name(), true, 0, 10);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().person().person()).isEqualTo(token(2).person());

        people.differences.close(open.getFirst().id(), Outcome.SAME_PERSON, "office", people.clock.instant());
        registry.standing = JULY;
        people.run(registry);

        assertThat(people.marks(2)).as("once a person said so it is a hit").containsEntry(number(2), "proposed");
        assertThat(people.differences.page(registry.name(), true, 0, 10)).isEmpty();
    }

    @Test
    void anotherNameThatTheRegistryMendsIsNoQuestionAnyMore() {
        registry.list(number(2), "别人的名字", "农村低保");
        people.run(registry);
        registry.list(number(2), new Person(2).name(), "农村低保");
        registry.standing = JULY;

        people.run(registry);

        assertThat(people.differences.open(registry.name())).isZero();
        assertThat(people.marks(2)).containsEntry(number(2), "proposed");
    }

    /** An extract answers for a hundred thousand at once; a statement of the database takes 65 535 values. */
    @Test
    void oneBatchMayBeOfMorePeopleThanAStatementTakes() {
        var run = people.runs.begin(ComparedPeople.SETTINGS, "office", people.clock.instant());
        var answers = IntStream.range(0, 70_000)
                .mapToObj(number -> Answer.bare(
                        new PersonOfRecord(
                                Digest.of(ByteBuffer.allocate(32).putInt(number).array()), Optional.empty()),
                        MatchResult.MISS))
                .toList();

        people.house.transaction.executeWithoutResult(status -> people.intake()
                .take(ComparedPeople.SETTINGS, run.id(), registry.standing, answers, people.clock.instant()));

        assertThat(people.answers.counts(run.id())).isEqualTo(Map.of(MatchResult.MISS, 70_000L));
    }

    @Test
    void aDryRunAsksNobodyAndWritesNothing() throws Exception {
        var plan = people.plan(registry);

        assertThat(plan.people()).isEqualTo(5);
        assertThat(plan.due()).isEqualTo(Map.of(Due.Why.NEW, 5L));
        assertThat(registry.asked).isEmpty();
        assertThat(people.runs.newest(registry.name())).isEmpty();
    }

    @Test
    void anAnswerThatIsTooOldGoesWhenThereIsANewerOne() {
        people.run(registry);
        people.clock.forward(Duration.ofDays(200));
        registry.standing = new SnapshotLabel("january", LocalDate.parse("2023-12-31"));
        registry.answersLeft = 4;
        people.run(registry);
        assertThat(answers("june")).as("not before everybody is through").isEqualTo(5);
        registry.answersLeft = Integer.MAX_VALUE;

        people.run(registry);

        assertThat(answers("june")).isZero();
        assertThat(answers("january")).isEqualTo(5);
    }

    private long answers(String snapshot) {
        return people.house
                .jdbc
                .sql("select count(*) from match_answer where snapshot = ?")
                .param(snapshot)
                .query(Long.class)
                .single();
    }

    @Test
    void anotherLegalBasisIsAnotherRun() {
        registry.answersLeft = 2;
        var stopped = people.run(registry);
        registry.answersLeft = Integer.MAX_VALUE;

        var run = people.run(ComparedPeople.settings("云人社发〔2023〕18号"), registry);

        assertThat(people.runs.find(stopped.id()).orElseThrow().state()).isEqualTo("superseded");
        assertThat(run.query().legalBasis()).isEqualTo("云人社发〔2023〕18号");
        assertThat(new HashSet<>(registry.asked)).hasSize(5);
    }

    @Test
    void whoHasNoRecordAnyMoreLeavesNoAnswer() {
        people.run(registry);
        people.house
                .jdbc
                .sql("update person_record set content = null, person_token = null, name_token = null")
                .update();

        people.flow().forgetStrangers();

        assertThat(people.house
                        .jdbc
                        .sql("select count(*) from match_answer")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private PersonOfRecord token(int person) {
        var all = new ArrayList<PersonOfRecord>();
        people.house.records.people().forEach(all::add);
        var wanted = people.house.records.keys().tokens().ofNumber(number(person));
        return all.stream()
                .filter(one -> Arrays.equals(one.person().bytes(), wanted))
                .findFirst()
                .orElseThrow();
    }
}
