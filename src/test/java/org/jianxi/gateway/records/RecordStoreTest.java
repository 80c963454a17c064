package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.PersonKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of people lie sealed, are found by token, and are opened for a stated purpose only. */
class RecordStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String FIRST_17 = "53010220010315002";
    private static final String NUMBER = FIRST_17 + CheckDigits.citizen(FIRST_17);
    private static final String NAME = "测试·阿依古丽";
    private static final String MOBILE = "1" + "39".repeat(5);
    private static final LookReason REASON = new LookReason("office.one", "核对见习补贴", Optional.of("个人信息保护法 第十三条"));

    @TempDir
    private Path folder;

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
    private RecordFixture records;

    @BeforeEach
    void opensTheKeys() {
        records = new RecordFixture(DATABASE, folder);
    }

    @Test
    void thousandsAreKeptInOneGoAndNoneOfThemInTheClear() {
        var batch = records.submission("sealed", "trainees", "530100");

        var kept = records.store().keep(batch, taker -> {
            for (var number = 1; number <= 3_000; number++) {
                taker.take(trainee(number, "T-" + number));
            }
        });

        assertThat(kept.count()).isEqualTo(3_000);
        var dump = jdbc.queryForList("select * from person_record where submission = 'sealed'").stream()
                .map(RecordStoreTest::text)
                .toList();
        assertThat(dump).hasSize(3_000);
        assertThat(String.join("\n", dump)).doesNotContain(NUMBER, NAME, MOBILE, "TRAINEE-OF-THE-DUMP-");
    }

    @Test
    void theRootIsOverTheLeavesThatStandBesideTheRecords() {
        var kept = records.accepted("rooted", "trainees", "530200", fields("R-1"), fields("R-2"), fields("R-3"));

        var leaves = jdbc.query(
                "select leaf_hash from person_record where submission = 'rooted' order by number",
                (row, number) -> row.getBytes(1));
        assertThat(kept.root()).isEqualTo(Digest.of(MerkleTree.sm3().root(leaves)));
    }

    @Test
    void onePersonHasOneTokenWhereverTheRecordStands() {
        records.accepted("person", "trainees", "530300", fields("T-1"), fields("T-2"));

        assertThat(
                        jdbc.queryForMap(
                                "select count(distinct person_token) as people, count(distinct name_token) as names,"
                                        + " count(distinct record_token) as records from person_record where submission = 'person'"))
                .containsEntry("people", 1L)
                .containsEntry("names", 1L)
                .containsEntry("records", 2L);
    }

    @Test
    void aRecordSentAgainIsANewerVersionBesideTheOlder() {
        var first = records.submission("first", "trainees", "530400");
        var second = records.submission("second", "trainees", "530400");
        var store = records.store();
        store.keep(first, taker -> taker.take(trainee(1, "V-1")));
        store.keep(second, taker -> taker.take(trainee(1, "V-1")));

        assertThat(store.versions(first, List.of("V-1")))
                .extracting(SealedRecord::submission)
                .containsExactly("first", "second");
        assertThat(store.versions(first, List.of("V-2"))).isEmpty();
    }

    @Test
    void aLookIsWrittenDownWithWhoAndWhyBeforeAnythingIsShown() {
        records.accepted("look", "trainees", "530500", fields("L-1"));
        var sealed = records.store().find("look", 1).orElseThrow();

        var seen = records.looks().open(sealed, REASON, records.now()).orElseThrow();

        assertThat(seen.value()).contains(NUMBER, NAME, MOBILE);
        assertThat(jdbc.queryForMap("select * from person_look where submission = 'look'"))
                .containsEntry("actor", "office.one")
                .containsEntry("purpose", "核对见习补贴")
                .containsEntry("legal_basis", "个人信息保护法 第十三条")
                .containsEntry("number", 1L);
    }

    @Test
    void withoutAPurposeNobodyLooks() {
        for (var purpose : List.of("", "   ", "abc", "x".repeat(201))) {
            assertThatThrownBy(() -> new LookReason("office.one", purpose, Optional.empty()))
                    .isInstanceOf(LookReason.NoPurpose.class);
        }
        assertThatThrownBy(() -> new LookReason(" ", "核对见习补贴", Optional.empty()))
                .isInstanceOf(LookReason.NoPurpose.class);
    }

    @Test
    void aRowThatWasMovedDoesNotOpen() {
        records.accepted("moved", "trainees", "530600", fields("M-1"), fields("M-2"));
        var first = records.store().find("moved", 1).orElseThrow();
        var second = records.store().find("moved", 2).orElseThrow();
        var moved = new SealedRecord(second.place(), first.content());

        assertThatThrownBy(() -> records.looks().open(moved, REASON, records.now()))
                .isInstanceOf(KeyProblem.class);
    }

    @Test
    void aSourceThatFailsHalfwayLeavesNothing() {
        var batch = records.submission("half", "trainees", "530700");
        var transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> records.store()
                        .keep(batch, taker -> {
                            taker.take(trainee(1, "H-1"));
                            throw new IllegalStateException("the document ended");
                        })))
                .hasMessageContaining("the document ended");

        assertThat(records.store().find("half", 1)).isEmpty();
    }

    @Test
    void nobodyChangesARecordOrALookAndARecordIsOnlyErasedWhole() {
        records.accepted("kept", "trainees", "530800", fields("K-1"));
        records.looks().record("kept", Optional.empty(), REASON, records.now());

        assertThatThrownBy(() -> jdbc.update("update person_record set period = '2023-07' where submission = 'kept'"));
        assertThatThrownBy(() -> jdbc.update("update person_record set person_token = null where submission = 'kept'"));
        assertThatThrownBy(() -> jdbc.update("delete from person_record where submission = 'kept'"));
        assertThatThrownBy(() -> jdbc.update("delete from person_look"));
        assertThatThrownBy(() -> jdbc.update("update person_look set actor = 'somebody'"));

        assertThat(jdbc.update("update person_record set content = null, person_token = null, name_token = null"
                        + " where submission = 'kept'"))
                .isOne();
        var erased = records.store().find("kept", 1).orElseThrow();
        assertThat(records.looks().open(erased, REASON, records.now())).isEmpty();
    }

    @Test
    void aNodeWithOtherKeysIsFoundOut(@TempDir Path elsewhere) {
        var known = new KnownKeys(JdbcClient.create(TestDatabase.fresh().dataSource()));
        known.agreeWith(records.keys(), records.now());
        known.agreeWith(PersonKeys.in(folder, new SecureRandom()), records.now());

        assertThatThrownBy(() -> known.agreeWith(PersonKeys.in(elsewhere, new SecureRandom()), records.now()))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("put the right one back");
    }

    private static Map<String, String> fields(String id) {
        return Map.of("traineeId", id, "idNumber", NUMBER, "name", NAME, "mobile", MOBILE);
    }

    private static CanonicalRecord trainee(long number, String id) {
        return RecordFixture.content("trainees", number, fields(id));
    }

    private static String text(Map<String, Object> row) {
        var text = new StringBuilder();
        row.values()
                .forEach(value -> text.append(
                                value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.UTF_8)
                                        : String.valueOf(value))
                        .append('\t'));
        return text.toString();
    }
}
