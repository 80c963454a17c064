package org.jianxi.gateway.registries.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.jianxi.gateway.registries.marks.Marks.Asked;
import org.jianxi.gateway.registries.marks.Marks.Doing;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks over a real database: every act stays, the newest says how the mark stands, and what is kept of the person goes in time. */
class MarksTest {

    private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
    private static final Asked ASKED = new Asked("MCA_LOW_INCOME", "PRIORITY_HELP");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-30");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Marks marks = new Marks(
            new NamedParameterJdbcTemplate(database.dataSource()), new Reversed(), ZoneId.of("Asia/Shanghai"));
    private final MarkCalendar calendar = new MarkCalendar(marks);

    @Test
    void aHitProposesAMarkAndTheSameAnswerAgainWritesNothing() {
        var first = marks.proposed(ASKED, List.of(hit(1, MARCH), hit(2, MARCH)), NOW);
        var again = marks.proposed(ASKED, List.of(hit(1, MARCH), hit(2, MARCH), hit(1, MARCH)), NOW);

        assertThat(first).hasSize(2).allMatch(one -> one.state().equals(new MarkState.Proposed()));
        assertThat(again).isEmpty();
        assertThat(acts()).isEqualTo(2);
    }

    @Test
    void anAnswerTwiceInOneBatchMakesOneMark() {
        assertThat(marks.proposed(ASKED, List.of(hit(1, MARCH), hit(1, MARCH)), NOW))
                .hasSize(1);
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void aMissOfSomebodyUnmarkedIsNothingAndOfSomebodyMarkedAsksForALook() {
        marks.proposed(ASKED, List.of(hit(1, MARCH)), NOW);

        var changed = marks.proposed(ASKED, List.of(miss(1), miss(2)), NOW);

        assertThat(changed)
                .singleElement()
                .satisfies(mark -> assertThat(mark.state().wireName()).isEqualTo("missing/2026-04-30/proposed"));
        assertThat(jdbc.sql("select count(*) from hardship_mark")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMarkOfOneRegistryIsNotTouchedByAnother() {
        marks.proposed(ASKED, List.of(hit(1, MARCH)), NOW);

        assertThat(marks.proposed(new Asked("RURAL_POVERTY", "PRIORITY_HELP"), List.of(miss(1)), NOW))
                .isEmpty();
    }

    @Test
    void whoConfirmedStandsOnTheMarkUntilItNoLongerCounts() {
        var mark = confirmed();

        assertThat(mark.confirmation()).contains(new Mark.Confirmation("office", LocalDate.parse("2026-04-01")));
        marks.proposed(ASKED, List.of(hit(1, APRIL)), NOW);
        assertThat(marks.find(mark.id()).orElseThrow().confirmation()).isEqualTo(mark.confirmation());
        act(mark.id(), new MarkAct.Withdraw("已不在本省"));
        assertThat(marks.find(mark.id()).orElseThrow().confirmation()).isEmpty();
    }

    @Test
    void whatPeopleWroteIsSealedForItsPlace() {
        var mark = confirmed();
        act(mark.id(), new MarkAct.Raise("我家去年已退出低保"));

        var words = jdbc.sql("select words from mark_act where act = 'object'")
                .query(byte[].class)
                .single();
        assertThat(new String(words, StandardCharsets.UTF_8)).doesNotContain("低保");
    }

    @Test
    void aMarkExpiresTheDayAfterItsLastAndIsErasedWhenItsTimeIsOver() {
        var mark = confirmed();

        assertThat(calendar.expireDue(LocalDate.parse("2027-03-31"), NOW)).isEmpty();
        assertThat(calendar.expireDue(LocalDate.parse("2027-04-01"), NOW)).hasSize(1);
        assertThat(calendar.eraseDue(NOW, NOW)).isEmpty();
        assertThat(calendar.eraseDue(NOW.plus(Duration.ofDays(1)), NOW)).containsExactly(mark.id());
        assertThat(calendar.eraseDue(NOW.plus(Duration.ofDays(1)), NOW)).isEmpty();

        var erased = marks.find(mark.id()).orElseThrow();
        assertThat(erased.state()).isEqualTo(new MarkState.Erased());
        assertThat(erased.person()).isEmpty();
        assertThat(erased.standing()).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from mark_act where said is not null or hardship is not null or words is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsFoundAgainAfterAnErasureGetsANewMark() {
        var mark = confirmed();
        act(mark.id(), new MarkAct.Withdraw("已就业"));
        calendar.eraseDue(NOW.plus(Duration.ofDays(1)), NOW);

        assertThat(marks.proposed(ASKED, List.of(hit(1, APRIL)), NOW))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isNotEqualTo(mark.id()));
    }

    @Test
    void theActsAsKeptWalkToTheStateTheySay() {
        var mark = confirmed();
        act(mark.id(), new MarkAct.Raise("不是本人"));
        act(mark.id(), new MarkAct.UpholdAndCorrect(Hardship.of("低保边缘"), "证件为准"));
        marks.proposed(ASKED, List.of(miss(1)), NOW);

        assertThat(jdbc.sql("select act || ' ' || state from mark_act order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "hit proposed",
                        "confirm confirmed",
                        "object objected/confirmed",
                        "uphold-correct confirmed",
                        "miss missing/2026-04-30/confirmed");
    }

    @Test
    void theApplicationCanNeitherChangeNorDeleteAnAct() {
        confirmed();

        for (var change : List.of(
                "update mark_act set state = 'refused'",
                "update mark_act set hardship = '{}'",
                "delete from mark_act",
                "update hardship_mark set person_token = '\\x00'",
                "delete from hardship_mark")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    private Mark confirmed() {
        var mark = marks.proposed(ASKED, List.of(hit(1, MARCH)), NOW).getFirst();
        act(mark.id(), new MarkAct.Confirm());
        return marks.find(mark.id()).orElseThrow();
    }

    private void act(String id, MarkAct act) {
        var mark = marks.lock(id).orElseThrow();
        assertThat(marks.act(mark, new Doing("office", act, NOW))).isInstanceOf(MarkStep.Done.class);
    }

    private long acts() {
        return jdbc.sql("select count(*) from mark_act").query(Long.class).single();
    }

    private static MarkAnswer hit(int person, LocalDate snapshotOn) {
        return new MarkAnswer.Hit(
                key(person),
                new RegistryWord(
                        ASKED.registry(),
                        snapshotOn,
                        snapshotOn.plusYears(1),
                        ASKED.purpose(),
                        "人社部发〔2023〕27号 二(一)",
                        new Hardship("城市低保", Optional.of("20"), Optional.empty(), Optional.empty())));
    }

    private static MarkAnswer miss(int person) {
        return new MarkAnswer.Miss(key(person), APRIL);
    }

    private static PersonKey key(int person) {
        var token = new byte[32];
        token[31] = (byte) person;
        return new PersonKey(token);
    }

    /** Turns letters round, which is enough to see that nothing lies there as it was written. */
    private record Reversed() implements Confidential {

        @Override
        public Sealed seal(String place, String words) {
            var text = place + "|" + new StringBuilder(words).reverse();
            return new Sealed(text.getBytes(StandardCharsets.UTF_8), "test");
        }

        @Override
        public String open(String place, Sealed sealed) {
            return new String(sealed.content(), StandardCharsets.UTF_8).substring(place.length() + 1);
        }
    }
}
