package org.jianxi.gateway.records.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.duties.DatedDuties;
import org.jianxi.gateway.duties.DutyRules;
import org.jianxi.gateway.duties.Measure;
import org.jianxi.gateway.duties.Standing;
import org.jianxi.gateway.duties.Tally;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.records.RecordFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database counts for the duties is what counting record by record gives. */
class DutyCountsTest {

    private static final Path HOME = Path.of("");
    private static final DutyRules RULES =
            DatedDuties.load(HOME, Datasets.load(HOME)).in(Period.of("2023-06")).orElseThrow();
    private static final Period JUNE = Period.of("2023-06");
    private static final List<String> OFFICES = List.of("530100", "530300", "539900");

    private final TestDatabase database = TestDatabase.fresh();
    private final DutyCounts counts = new DutyCounts(database.dataSource());
    private long position;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void equalsCountingRecordByRecord(long seed) {
        var delivered = OFFICES.stream()
                .map(office -> deliver("first", office, new MadeUpDuties(seed, office, "530100").records()))
                .toList();
        assertThat(inTheDatabase(JUNE, "530100", position)).hasSizeGreaterThan(5);
        for (var month : List.of("2022-12", "2023-01", "2023-03", "2023-06", "2023-08")) {
            for (var office : OFFICES) {
                assertThat(inTheDatabase(Period.of(month), office, position))
                        .as("%s in %s of seed %d", office, month, seed)
                        .isEqualTo(withoutZeros(new CountedByHand(Period.of(month), office).of(delivered)));
            }
        }
    }

    @Test
    void tellsThemAsOfAnyPositionOfTheLedger() {
        var first = deliver("first", "530100", new MadeUpDuties(7, "530100", "530300").records());
        var then = position;
        var second = deliver("second", "530100", new MadeUpDuties(8, "530100", "530300").records());

        assertThat(inTheDatabase(JUNE, "530100", then))
                .isEqualTo(withoutZeros(new CountedByHand(JUNE, "530100").of(List.of(first))));
        assertThat(inTheDatabase(JUNE, "530100", position))
                .isEqualTo(withoutZeros(new CountedByHand(JUNE, "530100").of(List.of(second))))
                .isNotEqualTo(inTheDatabase(JUNE, "530100", then));
        assertThat(counts.of(RULES, JUNE, -1)).isEmpty();
    }

    @Test
    void whatAnOfficeDidNotDeliverIsAbsentAndWhatItHasNoneOfIsZero() {
        deliver("units", "530100", Map.of("units", List.of(), "matching-events", List.of()));

        var kunming = counts.of(RULES, JUNE, position).get(new Sender("530100"));

        assertThat(kunming).containsOnlyKeys(Measure.UNIT_REVIEW, Measure.MATCHING_EVENTS);
        assertThat(kunming.get(Measure.MATCHING_EVENTS).numbers()).isEqualTo(Map.of("2023-Q1", 0L, "2023-Q2", 0L));
        assertThat(standing(Measure.MATCHING_EVENTS, kunming)).isEqualTo(Standing.NOT_MET);
        assertThat(standing(Measure.UNIT_REVIEW, kunming)).isEqualTo(Standing.NO_RECORDS);
    }

    /** 云人社发〔2023〕18号 一: silence about publicity is a gap until somebody says something of it. */
    @Test
    void nobodyIsLateInShowingPostsWhereNothingSaysWhenTheyAreShown() {
        var unit = Map.of("unitId", "U1", "reportingOffice", "530100", "recognisedOn", "2023-01-05");
        var post = Map.of(
                "postId",
                "P1",
                "unitId",
                "U1",
                "category",
                "SKILL",
                "headcount",
                "4",
                "demonstration",
                "false",
                "raisedOn",
                "2023-02-01",
                "status",
                "REVIEWED");
        deliver("first", "530100", Map.of("units", List.of(unit), "posts", List.of(post)));
        var silent = counts.of(RULES, JUNE, position).get(new Sender("530100"));
        assertThat(silent).doesNotContainKey(Measure.PUBLICATION_TIME);
        assertThat(standing(Measure.PUBLISHED_POSTS, silent)).isEqualTo(Standing.NOT_MET);

        deliver("lists", "530100", Map.of("post-publications", List.of()));
        var told = counts.of(RULES, JUNE, position).get(new Sender("530100"));
        assertThat(told.get(Measure.PUBLICATION_TIME).of("unshown")).isEqualTo(4);
        assertThat(standing(Measure.PUBLICATION_TIME, told)).isEqualTo(Standing.NOT_MET);
    }

    private static Standing standing(Measure measure, Map<Measure, Tally> counted) {
        return RULES.find(measure)
                .orElseThrow()
                .judge(Optional.ofNullable(counted.get(measure)), JUNE)
                .standing();
    }

    private Map<String, Map<String, Long>> inTheDatabase(Period month, String office, long at) {
        var all = new HashMap<String, Map<String, Long>>();
        counts.of(RULES, month, at)
                .getOrDefault(new Sender(office), Map.of())
                .forEach((measure, tally) -> all.put(measure.wireName(), tally.numbers()));
        return withoutZeros(all);
    }

    private static Map<String, Map<String, Long>> withoutZeros(Map<String, Map<String, Long>> numbers) {
        var others = new HashMap<String, Map<String, Long>>();
        numbers.forEach((measure, each) -> {
            var kept = new HashMap<>(each);
            kept.values().removeIf(number -> number == 0);
            if (!kept.isEmpty()) {
                others.put(measure, kept);
            }
        });
        return others;
    }

    private Map<String, List<Map<String, String>>> deliver(
            String name, String office, Map<String, List<Map<String, String>>> records) {
        var fixture = new RecordFixture(database, folder.resolve("keys"));
        MadeUpDuties.DATASETS.stream().filter(records::containsKey).forEach(dataset -> {
            var id = name + "-" + office + "-" + dataset;
            var batch = fixture.submission(id, dataset, office, "2023-06", Delivers.FULL);
            fixture.store().keep(batch, taker -> {
                var number = 0L;
                for (var record : records.get(dataset)) {
                    taker.take(RecordFixture.content(dataset, ++number, record));
                }
            });
            try {
                fixture.entered(database, id, ++position);
            } catch (java.sql.SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });
        return records;
    }
}
