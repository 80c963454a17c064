package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.ReplayChange.Cell;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Verdict;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 4 item 6: a candidate over the recorded deliveries, and nothing written. */
final class ReplayFlowTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Period MAY = Period.of("2023-05");
    private static final Period JUNE = Period.of("2023-06");

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    private static Path folder;

    private static TestGateway gateway;
    private static String mapping;

    private final Heard heard = new Heard();

    @BeforeAll
    static void honghesDeliveriesOfTwoMonths() throws IOException {
        copy(Path.of("mappings"));
        copy(Path.of("schemas"));
        mapping = Files.readString(Path.of("mappings/honghe/monthly-return.yaml"));
        gateway = new TestGateway(folder, DATABASE);
        deliver("532500", MAY, sample("honghe").replace("2023-06", "2023-05"));
        deliver("532500", JUNE, sample("honghe"));
        deliver("532600", JUNE, wenshanWithTooFewCompleted());
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void theVersionsInForceChangeNothing() {
        var summary = replay(mapping);

        assertThat(heard.notReproducible).isEmpty();
        assertThat(summary.isClean()).isTrue();
        assertThat(summary.recorded()).isEqualTo(3);
        assertThat(summary.lookedAt()).isEqualTo(3);
    }

    @Test
    void otherColumnsChangeTheirCellsAndTheProvincesTotalsAndNameTheSender() {
        var summary = replay(mapping.replace("2: xzdws", "2: fzcjs").replace("12: fzcjs", "12: xzdws"));

        assertThat(summary.differs()).isTrue();
        var june = heard.changes.stream()
                .filter(change -> change.after().period().equals(Optional.of(JUNE)))
                .filter(change -> change.after().sender().equals(Optional.of(new Sender("532500"))))
                .findFirst()
                .orElseThrow();
        assertThat(june.cells())
                .extracting(Cell::indicator, Cell::before, Cell::after)
                .containsExactly(tuple(2, "6", "8"), tuple(12, "8", "6"));
        var total = heard.totals.getLast();
        assertThat(total.period()).isEqualTo(JUNE);
        assertThat(total.cells())
                .extracting(ReplayTotals.Cell::indicator, ReplayTotals.Cell::before, ReplayTotals.Cell::after)
                .containsExactly(tuple(2, "6", "8"), tuple(12, "8", "6"));
        assertThat(total.cells()).allSatisfy(cell -> assertThat(cell.because()).containsExactly(new Sender("532500")));
    }

    @Test
    void aRuleLessAcceptsWhatWasRefusedAndClosesTheGap() throws IOException {
        var refusal = gateway.ledger.submissions().ofPeriod(Delivery.MONTHLY_RETURN, JUNE).stream()
                .filter(one -> one.decision().verdict() == Verdict.REJECTED)
                .findFirst()
                .orElseThrow();
        assertThat(refusal.decision().form()).contains("MOHRSS-2023");
        assertThat(refusal.decision().versions().definition()).isNotEmpty();
        var lenient = Files.readString(Path.of("schemas/returns/mohrss-2023.yaml"))
                .replace("notation: 8≥9+11", "notation: 8≥11");

        var form = ReturnForms.read("lenient", lenient.getBytes(StandardCharsets.UTF_8), Sm3::of);
        var summary = run(new ReplayCandidate(Optional.empty(), Optional.of(form), Optional.empty()));

        assertThat(summary.notReproducible()).isZero();
        assertThat(heard.changes)
                .filteredOn(change -> change.submission().id().equals(refusal.id()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before().verdict()).isEqualTo("rejected");
                    assertThat(change.after().verdict()).isEqualTo("accepted");
                    assertThat(change.gone()).extracting(Finding::rule).contains("L-8");
                });
        assertThat(heard.totals)
                .singleElement()
                .satisfies(month -> assertThat(month.closed()).containsExactly(new Sender("532600")));
    }

    @Test
    void aMappingThatCannotReadTheMonthRefusesTheReturnAndOpensAGap() {
        var summary = replay(mapping.replace("as: yyyy-MM", "as: yyyyMM"));

        assertThat(summary.differs()).isTrue();
        assertThat(heard.changes).allSatisfy(change -> {
            assertThat(change.after().verdict()).isEqualTo("rejected");
            assertThat(change.added()).isNotEmpty();
        });
        assertThat(heard.totals).allSatisfy(month -> assertThat(month.opened()).containsExactly(new Sender("532500")));
    }

    @Test
    void aDayOffMovesTheDeadlineOfEveryDelivery() throws IOException {
        var calendar = folder.resolve("other-calendar");
        Files.createDirectories(calendar);
        for (var name : List.of("calendar.yaml", "holidays.csv", "local-holidays-yn.csv")) {
            Files.copy(Path.of("schemas/calendar", name), calendar.resolve(name));
        }
        var holidays = calendar.resolve("holidays.csv");
        var columns = Files.readAllLines(holidays).getFirst().split(",").length;
        Files.writeString(
                holidays,
                Files.readString(holidays).stripTrailing() + "\n2023-07-04,holiday,一日" + ",".repeat(columns - 3)
                        + "\n");

        var summary =
                run(new ReplayCandidate(Optional.empty(), Optional.empty(), Optional.of(new CalendarFiles(calendar))));

        assertThat(summary.changed()).isEqualTo(2);
        assertThat(heard.changes).allSatisfy(change -> {
            assertThat(change.before().deadline()).isEqualTo("2023-07-04");
            assertThat(change.after().deadline()).isEqualTo("2023-07-05");
        });
    }

    @Test
    void whatCannotBeMadeAgainIsNamedAndBlamedOnNobody() throws SQLException {
        var database = DATABASE.copy();
        var other = new TestGateway(folder, database);
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("update submission set findings = '[]' where verdict = 'rejected'");
        }

        var summary =
                other.replay.run(candidate(mapping.replace("2: xzdws", "2: fzcjs")), ReplayScope.EVERYTHING, heard);

        assertThat(heard.notReproducible)
                .singleElement()
                .satisfies(reason -> assertThat(reason.en()).contains("findings"));
        assertThat(heard.changes)
                .allSatisfy(
                        change -> assertThat(change.submission().isAccepted()).isTrue());
        assertThat(summary.isClean()).isFalse();
        assertThat(other.replay
                        .run(candidate(mapping), ReplayScope.EVERYTHING, new Heard())
                        .differs())
                .isFalse();
    }

    @Test
    void onlyTheMonthAndTheSourceAskedForAreLookedAt() {
        var candidate = candidate(mapping.replace("2: xzdws", "2: fzcjs"));

        var may = gateway.replay.run(candidate, new ReplayScope(Optional.of(MAY), Optional.empty()), heard);
        assertThat(may.lookedAt()).isEqualTo(1);
        var others = gateway.replay.run(
                candidate, new ReplayScope(Optional.empty(), Optional.of(new SourceId("yunjiu"))), heard);
        assertThat(others.lookedAt()).isZero();
        assertThat(others.differs()).isFalse();
    }

    @Test
    void twoReplaysOfTheSameCandidateHaveTheSameDigestAndOfAnotherAnother() {
        var first = replay(mapping.replace("2: xzdws", "2: fzcjs"));
        var again = replay(mapping.replace("2: xzdws", "2: fzcjs"));
        var other = replay(mapping.replace("2: xzdws", "2: ly_gxbys"));

        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(other.digest()).isNotEqualTo(first.digest());
    }

    @Test
    void nothingCanBeWrittenMeanwhile() {
        var writing = new Heard() {
            @Override
            public void changed(ReplayChange change) {
                gateway.ledger.submissions().add(change.submission());
            }
        };

        assertThatThrownBy(() -> gateway.replay.run(
                        candidate(mapping.replace("2: xzdws", "2: fzcjs")), ReplayScope.EVERYTHING, writing))
                .hasStackTraceContaining("read-only transaction");
    }

    private ReplaySummary replay(String yaml) {
        return run(candidate(yaml));
    }

    private ReplaySummary run(ReplayCandidate candidate) {
        return gateway.replay.run(candidate, ReplayScope.EVERYTHING, heard);
    }

    private static ReplayCandidate candidate(String yaml) {
        var bytes = yaml.getBytes(StandardCharsets.UTF_8);
        var file = MappingFile.kept("candidate", bytes, ReturnForms.load(HOME, Sm3::of), Sm3::of);
        return ReplayCandidate.ofMapping(new ReplayCandidate.Mapping(file, bytes));
    }

    private static void deliver(String sender, Period period, String csv) {
        gateway.submissions.receive(new Delivery(
                new SourceId("honghe"),
                Set.of(new Sender(sender)),
                Door.SFTP_UPLOAD,
                Delivery.MONTHLY_RETURN,
                period.equals(MAY) ? Optional.of(period) : Optional.empty(),
                MediaType.CSV,
                Optional.empty(),
                csv.getBytes(GB18030),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
    }

    /** 60 who completed cannot be 63 retained and 24 otherwise employed. */
    private static String wenshanWithTooFewCompleted() throws IOException {
        return sample("honghe").replace("532500,红河州", "532600,文山州").replace("187,165,118", "187,165,60");
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("mappings/honghe/samples/2023-06-" + name + ".in.csv"), GB18030);
    }

    private static void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(file.toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static class Heard implements ReplayReport {

        final List<ReplayChange> changes = new ArrayList<>();
        final List<Bilingual> notReproducible = new ArrayList<>();
        final List<ReplayTotals> totals = new ArrayList<>();

        @Override
        public void changed(ReplayChange change) {
            changes.add(change);
        }

        @Override
        public void notReproducible(StoredSubmission submission, Bilingual reason) {
            notReproducible.add(reason);
        }

        @Override
        public void totals(ReplayTotals month) {
            totals.add(month);
        }

        @Override
        public void progress(long done) {
            assertThat(done).isPositive();
        }
    }
}
