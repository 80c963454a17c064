package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is public of units and posts lies beside their sealed records, and nothing else of them does. */
class PublicListingsTest {

    private static final String CONTACT = "测试·联系人阿依";
    private static final String MOBILE = "1" + "39".repeat(5);
    private static final String FIRST_17 = "53010220010315002";
    private static final String CITIZEN = FIRST_17 + CheckDigits.citizen(FIRST_17);
    private static final PublicFields PUBLISHED =
            new PublicFields(Map.of("units", List.of("unitId", "name", "address", "status", "contactName")));

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private RecordFixture records;
    private RecordStore store;

    @BeforeEach
    void opensTheKeys() {
        records = new RecordFixture(database, folder);
        var terms = new RecordStore.Terms(
                name -> name, new RecordRetention(Period.ofYears(3)), new SecureRandom(), () -> PUBLISHED);
        store = new RecordStore(jdbc, records.keys(), terms);
    }

    @Test
    void onlyPublicFieldsLieInTheClear() {
        keep("first", unit("U-1"));

        assertThat(standing("units")).singleElement().satisfies(one -> {
            assertThat(one.content()).containsOnlyKeys("unitId", "name", "address", "status");
            assertThat(one.content()).containsEntry("name", "昆明\\测试\"单位\"\tU-1");
            assertThat(one.id()).matches("[0-9a-f]{32}");
        });
        assertThat(dump()).doesNotContain(CONTACT).doesNotContain(MOBILE);
    }

    @Test
    void aNumberThatIsAPersonsIsLeftOutOfFreeText() {
        keep(
                "numbers",
                with("address", "测试路1号，手机" + MOBILE + "或" + wide(MOBILE) + "，证件" + CITIZEN + "，座机0871-60000000"));

        assertThat(standing("units").getFirst().content())
                .containsEntry("address", "测试路1号，手机（略）或（略），证件（略），座机0871-60000000");
    }

    @Test
    void theNewestVersionStandsUnderTheSameId() {
        keep("first", unit("U-1"));
        var before = standing("units").getFirst();
        keep("second", with("name", "新名称"));

        assertThat(standing("units")).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(before.id());
            assertThat(one.content()).containsEntry("name", "新名称");
            assertThat(one.since()).isAfter(before.since());
        });
    }

    @Test
    void whatIsErasedIsShownNoLongerAndNoOlderVersionInItsPlace() {
        keep("first", unit("U-1"));
        keep("second", unit("U-1"));
        var lastDay = LocalDate.of(2026, 7, 3);

        store.eraseBefore(lastDay.plusYears(1));

        assertThat(standing("units")).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from public_listing", Long.class))
                .isZero();
    }

    @Test
    void ofOtherDatasetsNothingLiesThere() {
        records.accepted("people", "trainees", "530100", Map.of("traineeId", "T-1", "name", CONTACT));

        assertThat(jdbc.queryForObject("select count(*) from public_listing", Long.class))
                .isZero();
    }

    private static Map<String, String> unit(String id) {
        return Map.of(
                "unitId",
                id,
                "name",
                "昆明\\测试\"单位\"\t" + id,
                "contactName",
                CONTACT,
                "contactPhone",
                MOBILE,
                "address",
                "五华区测试路1号",
                "status",
                "RECOGNISED");
    }

    private static Map<String, String> with(String field, String value) {
        var unit = new TreeMap<>(unit("U-1"));
        unit.put(field, value);
        return unit;
    }

    /** The same digits as a Chinese keyboard writes them. */
    private static String wide(String digits) {
        var wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    private void keep(String id, Map<String, String> fields) {
        store.keep(
                records.submission(id, "units", "530100"),
                taker -> taker.take(RecordFixture.content("units", 1, fields)));
    }

    private List<PublicListings.Public> standing(String dataset) {
        var found = new ArrayList<PublicListings.Public>();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        new PublicListings(database.dataSource(), transaction).forEach(dataset, found::add);
        return found;
    }

    private String dump() {
        return jdbc.queryForList("select * from public_listing").toString();
    }
}
