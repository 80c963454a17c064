package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of people lie sealed, are found by token, and are opened for a stated purpose only. */
class RecordStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Dataset TRAINEES =
            Datasets.load(Path.of("")).find("trainees").orElseThrow();
    private static final Instant NOW = Instant.parse("2023-07-03T02:00:00Z");
    private static final String FIRST_17 = "53010220010315002";
    private static final String NUMBER = FIRST_17 + CheckDigits.citizen(FIRST_17);
    private static final String NAME = "测试·阿依古丽";
    private static final String MOBILE = "1" + "39".repeat(5);

    @TempDir
    private Path folder;

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());

    @Test
    void thousandsAreKeptInOneGoAndNoneOfThemInTheClear() {
        var batch = submission("sealed");

        var kept = store().keep(batch, taker -> {
            for (var number = 1; number <= 3_000; number++) {
                taker.take(trainee(number, "T-" + number));
            }
        });

        assertThat(kept).isEqualTo(3_000);
        var dump = jdbc.queryForList("select * from person_record where submission = 'sealed'").stream()
                .map(RecordStoreTest::text)
                .toList();
        assertThat(dump).hasSize(3_000);
        assertThat(String.join("\n", dump)).doesNotContain(NUMBER, NAME, MOBILE, "T-7");
    }

    @Test
    void onePersonHasOneTokenWhereverTheRecordStands() {
        var batch = submission("person");
        store().keep(batch, taker -> {
            taker.take(trainee(1, "T-1"));
            taker.take(trainee(2, "T-2"));
        });

        assertThat(jdbc.queryForObject(
                        "select count(distinct person_token) from person_record where submission = 'person'",
                        Integer.class))
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(distinct record_token) from person_record where submission = 'person'",
                        Integer.class))
                .isEqualTo(2);
    }

    @Test
    void aRecordSentAgainIsANewerVersionBesideTheOlder() {
        var store = store();
        var first = submission("first");
        var second = submission("second");
        store.keep(first, taker -> taker.take(trainee(1, "V-1")));
        store.keep(second, taker -> taker.take(trainee(1, "V-1")));

        assertThat(store.versions(first, List.of("V-1")))
                .extracting(SealedRecord::submission)
                .containsExactly("first", "second");
        assertThat(store.versions(first, List.of("V-2"))).isEmpty();
    }

    @Test
    void aLookIsWrittenDownWithWhoAndWhyBeforeAnythingIsShown() {
        var keys = PersonKeys.in(folder, new SecureRandom());
        var store = new RecordStore(jdbc, keys);
        store.keep(submission("look"), taker -> taker.take(trainee(1, "L-1")));
        var sealed = store.find("look", 1).orElseThrow();

        var seen = new Looks(jdbc, keys).open(sealed, new Looks.Reason("office.one", "核对见习补贴"), NOW);

        assertThat(seen).contains(NUMBER, NAME, MOBILE);
        assertThat(jdbc.queryForMap("select actor, purpose, number from person_look where submission = 'look'"))
                .isEqualTo(new TreeMap<>(Map.of("actor", "office.one", "purpose", "核对见习补贴", "number", 1L)));
    }

    @Test
    void withoutAPurposeNobodyLooks() {
        for (var purpose : List.of("", "   ", "abc", "x".repeat(201))) {
            assertThatThrownBy(() -> new Looks.Reason("office.one", purpose)).isInstanceOf(Looks.NoPurpose.class);
        }
        assertThatThrownBy(() -> new Looks.Reason(" ", "核对见习补贴")).isInstanceOf(Looks.NoPurpose.class);
    }

    @Test
    void aRowThatWasMovedDoesNotOpen() {
        var keys = PersonKeys.in(folder, new SecureRandom());
        var store = new RecordStore(jdbc, keys);
        store.keep(submission("moved"), taker -> {
            taker.take(trainee(1, "M-1"));
            taker.take(trainee(2, "M-2"));
        });
        var first = store.find("moved", 1).orElseThrow();
        var moved = new SealedRecord("moved", 2, first.keyId(), first.content());

        assertThatThrownBy(() -> new Looks(jdbc, keys).open(moved, new Looks.Reason("office.one", "核对见习补贴"), NOW))
                .isInstanceOf(KeyProblem.class);
    }

    @Test
    void aSourceThatFailsHalfwayLeavesNothing() {
        var batch = submission("half");
        var transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> store().keep(batch, taker -> {
                    taker.take(trainee(1, "H-1"));
                    throw new IllegalStateException("the document ended");
                })))
                .hasMessageContaining("the document ended");

        assertThat(store().find("half", 1)).isEmpty();
    }

    @Test
    void nobodyChangesOrRemovesARecordOrALook() {
        store().keep(submission("kept"), taker -> taker.take(trainee(1, "K-1")));

        assertThatThrownBy(() -> jdbc.update("update person_record set period = '2023-07' where submission = 'kept'"));
        assertThatThrownBy(() -> jdbc.update("delete from person_record where submission = 'kept'"));
        assertThatThrownBy(() -> jdbc.update("delete from person_look"));
    }

    private RecordStore store() {
        return new RecordStore(jdbc, PersonKeys.in(folder, new SecureRandom()));
    }

    private static CanonicalRecord trainee(long number, String id) {
        return new CanonicalRecord(
                "trainees",
                number,
                Map.of(
                        "traineeId", new FieldValue.Text(id),
                        "idNumber", new FieldValue.Text(NUMBER),
                        "name", new FieldValue.Text(NAME),
                        "mobile", new FieldValue.Text(MOBILE)));
    }

    /** The row of {@code submission} that records belong to. */
    private Batch submission(String id) {
        jdbc.update("insert into received_content (digest, bytes) values (sha256(?::bytea), ''::bytea)", "\\x" + hex(id));
        jdbc.update("""
                insert into submission (id, source, sender, dataset, period, door, media_type, received_at, decided_at,
                    digest, size, verdict, definition, mapping, rules, calendar, calendar_files, deadline, late,
                    findings, explanations, places)
                values (?, 'test', '530100', 'trainees', '2023-06', 'HTTP', 'JSON', now(), clock_timestamp(),
                    sha256(?::bytea), 0, 'rejected', '', '', '', '', '', '', false, '[]', '[]', '{}')
                """, id, "\\x" + hex(id));
        return new Batch(id, TRAINEES, new Sender("530100"), Period.of("2023-06"));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String text(Map<String, Object> row) {
        var text = new StringBuilder();
        row.values().forEach(value -> text.append(value instanceof byte[] bytes
                        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                        : String.valueOf(value))
                .append('\t'));
        return text.toString();
    }
}
