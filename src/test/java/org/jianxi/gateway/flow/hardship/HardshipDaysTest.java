package org.jianxi.gateway.flow.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.NOW;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.OFFICE;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.placement;
import static org.jianxi.gateway.flow.hardship.MarkedPeople.trainee;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Inquiries;
import org.jianxi.gateway.inquiries.Inquiries.SideClosing;
import org.jianxi.gateway.inquiries.Inquiries.Words;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryRetention;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.Leaves;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.overlaps.Overlaps;
import org.jianxi.gateway.overlaps.SideOutcome;
import org.jianxi.gateway.registries.marks.MarkCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** 个人信息保护法 第十九条, 第四十七条: what is over for a year says nothing of a person any more, and the ledger says that it was erased. */
class HardshipDaysTest {

    private static final String FIRST17 = "53010220010315002";
    private static final String ANNA = FIRST17 + CheckDigits.citizen(FIRST17);
    private static final Sender UNIT = new Sender("530100");
    private static final Duration YEAR_AND_A_DAY = Duration.ofDays(367);

    @TempDir
    private Path folder;

    private MarkedPeople people;
    private NamedParameterJdbcTemplate jdbc;
    private Inquiries overlaps;

    @BeforeEach
    void oneTraineeInTwoPlacements() {
        people = new MarkedPeople(folder);
        jdbc = new NamedParameterJdbcTemplate(people.database.dataSource());
        overlaps = new Inquiries(jdbc, Overlaps.MATTER);
        people.records.accepted("k", "trainees", "530100", trainee("T-1", ANNA, "安娜"));
        people.records.accepted(
                "p",
                "placements",
                "530100",
                placement("P-1", "T-1", "2023-03-01", "2023-08-31"),
                placement("P-2", "T-1", "2023-06-01", "2023-12-31"));
    }

    @Test
    void aMarkThatEndedAYearAgoIsErasedWithAnEntryThatNamesTheMarkAlone() {
        var mark = people.hit(ANNA, "城市低保");
        people.act(mark, "refuse", "本人并无此情形", OFFICE);

        days(NOW.plus(Duration.ofDays(300))).pass();
        assertThat(erasures()).isEmpty();
        days(NOW.plus(YEAR_AND_A_DAY)).pass();
        days(NOW.plus(YEAR_AND_A_DAY)).pass();

        assertThat(people.marks.find(mark).orElseThrow().standing()).isEmpty();
        assertThat(erasures())
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("mark", mark).doesNotContain("低保", "T-1", ANNA));
        assertThat(audited()).contains("mark-erased " + mark);
    }

    @Test
    void aCaseThatClosedAYearAgoLosesItsWordsAndRecordsAndThatItWasStays() {
        var number = closed();

        days(NOW.plus(Duration.ofDays(300))).pass();
        assertThat(rows("inquiry_record")).isEqualTo(2);
        days(NOW.plus(YEAR_AND_A_DAY)).pass();
        days(NOW.plus(YEAR_AND_A_DAY)).pass();

        assertThat(rows("inquiry_record")).isZero();
        assertThat(rows("inquiry_act where words is not null or seal_key is not null"))
                .isZero();
        var left = overlaps.find(number).orElseThrow();
        assertThat(left.state()).isEqualTo(Inquiry.State.CLOSED);
        assertThat(left.side(UNIT).orElseThrow().evidence()).isEmpty();
        assertThat(erasures())
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("overlap", Long.toString(number)));
        assertThat(audited()).contains("overlap-erased overlap/" + number);
    }

    @Test
    void anErasedCaseIsNotFoundAgainWhileItsPlacementsStand() {
        closed();
        var later = NOW.plus(YEAR_AND_A_DAY);
        days(later).pass();
        people.records.accepted("k2", "trainees", "530100", trainee("T-1", ANNA, "安娜"));

        assertThat(scan(later).opened()).isEmpty();
        assertThat(rows("inquiry")).isOne();
    }

    @Test
    void anOpenCaseIsKeptHoweverOld() {
        scan(NOW);

        days(NOW.plus(Duration.ofDays(4000))).pass();

        assertThat(rows("inquiry_record")).isEqualTo(2);
        assertThat(erasures()).isEmpty();
    }

    private long closed() {
        var found = scan(NOW).opened().getFirst();
        var words = new Words("sealed".getBytes(StandardCharsets.UTF_8), "key");
        var closing = new SideClosing(UNIT, "kunming", SideOutcome.AGREED.outcome(), words);
        people.transaction.executeWithoutResult(status -> overlaps.close(found, closing, NOW));
        return found.number();
    }

    private Inquiries.Scanned scan(Instant now) {
        return Objects.requireNonNull(people.transaction.execute(
                status -> overlaps.scan(new Overlaps(jdbc), LocalDate.parse("2023-07-24"), now)));
    }

    private HardshipDays days(Instant now) {
        var office = new HardshipDesk.Office(
                new Audit(people.jdbc), people.news, people.transaction, Clock.fixed(now, ZoneOffset.UTC));
        var ledger = new Erasures(people.jdbc, new Leaves(people.jdbc), new LedgerLog(people.jdbc));
        return new HardshipDays(
                new MarkCalendar(people.marks),
                office,
                new HardshipDays.Erasing(new InquiryRetention(jdbc), ledger),
                new HardshipDays.Terms(Period.ofYears(1), ZoneId.of("Asia/Shanghai")));
    }

    private List<String> erasures() {
        return people.jdbc
                .sql("select subject || ' ' || convert_from(body, 'UTF8') from ledger_entry where kind = 'erasure'")
                .query(String.class)
                .list();
    }

    private List<String> audited() {
        return people.jdbc
                .sql("select action || ' ' || object from audit")
                .query(String.class)
                .list();
    }

    private long rows(String table) {
        return people.jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
