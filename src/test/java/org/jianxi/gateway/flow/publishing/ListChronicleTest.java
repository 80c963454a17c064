package org.jianxi.gateway.flow.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.Published;
import org.jianxi.gateway.publishing.Standing;
import org.jianxi.gateway.publishing.history.ListChange;
import org.jianxi.gateway.publishing.history.ListChanges;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever says that something stood in a list can be answered from the ledger and the rows behind it. */
class ListChronicleTest {

    private static final Instant MORNING = Instant.parse("2023-07-03T01:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ListChanges changes = new ListChanges(jdbc);
    private final LedgerLog log = new LedgerLog(jdbc);
    private final ListChronicle chronicle = new ListChronicle(log, changes);
    private final PublishedListCheck check = new PublishedListCheck(changes);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private Instant now = MORNING;

    @Test
    void whatStoodAtAnyEntryIsFoundAgainHoweverTheListWentOn() {
        var random = new Random(46);
        var known = new TreeMap<Long, Map<String, Digest>>();
        for (var round = 0; round < 40; round++) {
            var list = some(random);
            if (note(list)) {
                known.put(chronicle.newest(ListKind.UNITS).orElseThrow().position(), digests(list));
            }
        }

        assertThat(known).hasSizeGreaterThan(20);
        known.forEach((position, stood) -> assertThat(changes.stoodAt("units", position))
                .as("at " + position)
                .isEqualTo(stood));
        log.before(Long.MAX_VALUE, 100)
                .forEach(entry -> assertThat(check.check(entry)).isEmpty());
    }

    @Test
    void theSameStateIsNotWrittenDownAgainAndTheWayIsAsShortAsTheChange() {
        assertThat(note(list(1, 2))).isTrue();
        assertThat(note(list(1, 2))).isFalse();
        assertThat(note(list(1, 3))).isTrue();

        assertThat(changes.at(1)).extracting(ListChange::listing).containsExactlyInAnyOrder("unit2", "unit3");
        assertThat(chronicle.newest(ListKind.UNITS).orElseThrow().entries()).isEqualTo(2);
    }

    @Test
    void aRowThatIsAddedLaterIsNamed() {
        note(list(1));
        changes.add(0, List.of(new ListChange("units", "unit9", Optional.empty())));

        assertThat(check.check(log.at(0).orElseThrow())).get().satisfies(breach -> {
            assertThat(breach.table()).isEqualTo("list_change");
            assertThat(breach.kind()).isEqualTo(Breach.Kind.ROW_CHANGED);
        });
    }

    @Test
    void anEntryFromBeforeChangesWereKeptHasNoRowsAndMustHaveNone() {
        var old = log.append(
                ListChronicle.ENTRY,
                "units/" + MORNING,
                Map.of("list", "units", "digest", "00", "entries", 1L),
                MORNING);
        assertThat(check.check(old)).isEmpty();

        changes.add(old.position(), List.of(new ListChange("units", "unit1", Optional.empty())));

        assertThat(check.check(old)).get().extracting(Breach::kind).isEqualTo(Breach.Kind.ROW_UNKNOWN);
    }

    private boolean note(CurrentList list) {
        now = now.plusSeconds(60);
        return Boolean.TRUE.equals(transaction.execute(status -> chronicle.note(list, now)));
    }

    private static CurrentList some(Random random) {
        var numbers = new ArrayList<Integer>();
        for (var number = 1; number <= 6; number++) {
            if (random.nextBoolean()) {
                numbers.add(number);
            }
        }
        return list(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static CurrentList list(int... numbers) {
        var standing = new Standing(Published.LISTS, LocalDate.of(2023, 7, 3));
        for (var number : numbers) {
            standing.unit(Published.unit(number));
        }
        return CurrentList.of(Published.LISTS.of(ListKind.UNITS), standing.units());
    }

    private static Map<String, Digest> digests(CurrentList list) {
        var digests = new TreeMap<String, Digest>();
        for (Listing one : list.listings()) {
            digests.put(one.id(), one.digest());
        }
        return digests;
    }
}
