package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.records.RecordSearch.Question;
import org.jianxi.gateway.records.RecordSearch.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records are found by sender, month and key, page by page, and each tells who looked at it. */
class RecordSearchTest {

    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final LookReason REASON = new LookReason("office.one", "核对见习补贴", Optional.empty());

    @TempDir
    private Path folder;

    private RecordFixture records;
    private RecordSearch search;
    private LookLog log;

    @BeforeEach
    void keepsSome() {
        var database = TestDatabase.fresh();
        var jdbc = JdbcClient.create(database.dataSource());
        records = new RecordFixture(database, folder);
        search = new RecordSearch(jdbc, records.keys());
        log = new LookLog(jdbc);
        records.accepted("a", "trainees", "530100", trainee("T-1"), trainee("T-2"), trainee("T-3"));
        records.accepted("b", "trainees", "530300", trainee("T-1"));
    }

    @Test
    void aSenderFindsItsOwnOnlyAlsoByAKeyThatAnotherHasToo() {
        assertThat(found(List.of(KUNMING), Optional.empty(), Optional.empty(), 10))
                .containsExactly("a 1", "a 2", "a 3");
        assertThat(found(List.of(KUNMING), Optional.of("T-1"), Optional.empty(), 10))
                .containsExactly("a 1");
        assertThat(found(List.of(KUNMING, QUJING), Optional.of("T-1"), Optional.empty(), 10))
                .containsExactly("a 1", "b 1");
        assertThat(found(List.of(KUNMING), Optional.of("T-9"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void aPageGoesOnBehindTheOneBefore() {
        assertThat(found(List.of(KUNMING, QUJING), Optional.empty(), Optional.of(new RecordId("a", 2)), 1))
                .containsExactly("a 3");
        assertThat(found(List.of(KUNMING, QUJING), Optional.empty(), Optional.of(new RecordId("a", 3)), 5))
                .containsExactly("b 1");
    }

    @Test
    void aRecordTellsOfLooksAtItsOlderVersionAndAtTheWholeDelivery() {
        var looks = records.looks();
        looks.open(records.store().find("a", 1).orElseThrow(), REASON, records.now());
        looks.record("a", Optional.empty(), REASON, records.now());
        looks.open(records.store().find("a", 2).orElseThrow(), REASON, records.now());
        records.accepted("c", "trainees", "530100", trainee("T-1"));

        var told = log.of(records.store().find("c", 1).orElseThrow());

        assertThat(told).extracting(LookLog.Look::number).containsExactly(Optional.of(1L), Optional.empty());
        assertThat(told).extracting(LookLog.Look::actor).containsOnly("office.one");
        assertThat(log.of(records.store().find("b", 1).orElseThrow())).isEmpty();
    }

    private List<String> found(List<Sender> senders, Optional<String> key, Optional<RecordId> after, int limit) {
        var question = new Question("trainees", senders, Optional.of(Period.of("2023-06")), key, after, limit);
        return search.find(question).stream()
                .map(one -> one.submission() + " " + one.number())
                .toList();
    }

    private static Map<String, String> trainee(String id) {
        return Map.of("traineeId", id, "name", "测试");
    }
}
