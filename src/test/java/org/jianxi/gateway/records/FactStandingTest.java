package org.jianxi.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.database.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which version of a record stands is told twice: by a view over all deliveries, and by what each delivery wrote beside its facts. */
class FactStandingTest {

    private static final int DELIVERIES = 25;

    @TempDir
    Path keyFolder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverIsDeliveredTheFactsStandThatThePeoplesViewCallsStanding(long seed) {
        var database = TestDatabase.fresh();
        var fixture = new RecordFixture(database, keyFolder);
        var jdbc = new JdbcTemplate(database.dataSource());
        var random = new Random(seed);
        var stood = new TreeMap<Integer, TreeSet<String>>();
        for (var one = 1; one <= DELIVERIES; one++) {
            var delivers = Delivers.values()[random.nextInt(3)];
            var batch = fixture.submission("s" + one, "units", "530100", "2023-0" + (4 + random.nextInt(3)), delivers);
            fixture.store().keep(batch, taker -> {
                for (var record : records(random, delivers)) {
                    taker.take(record);
                }
            });
            stood.put(one, standing(jdbc));
            assertThat(factsStanding(jdbc, one)).as("after delivery %d", one).isEqualTo(stood.get(one));
        }
        stood.forEach((delivery, standing) -> assertThat(factsStanding(jdbc, delivery))
                .as("as of delivery %d", delivery)
                .isEqualTo(standing));
    }

    private static List<CanonicalRecord> records(Random random, Delivers delivers) {
        var records = new ArrayList<CanonicalRecord>();
        var count = 1 + random.nextInt(5);
        for (var number = 1; number <= count; number++) {
            var removal = delivers != Delivers.MONTH && random.nextInt(3) == 0;
            var key = Map.<String, FieldValue>of("unitId", new FieldValue.Text("U" + random.nextInt(6)));
            records.add(new CanonicalRecord("units", number, key, removal));
        }
        return records;
    }

    private static TreeSet<String> standing(JdbcTemplate jdbc) {
        return new TreeSet<>(jdbc.queryForList("select submission || '/' || number from person_current", String.class));
    }

    private static TreeSet<String> factsStanding(JdbcTemplate jdbc, int delivery) {
        var rows = jdbc.queryForList("""
                select b.submission || '/' || f.number from units_fact f join fact_batch b on b.batch = f.batch
                where f.stands_from <= ? and (f.stands_until is null or f.stands_until > ?)""", String.class, delivery, delivery);
        assertThat(rows).doesNotHaveDuplicates();
        return new TreeSet<>(rows);
    }
}
