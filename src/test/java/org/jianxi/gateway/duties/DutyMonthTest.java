package org.jianxi.gateway.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a duty is met, when it is not, when it is not due, and when nobody can tell. */
class DutyMonthTest {

    private static final Path HOME = Path.of("");
    private static final DutyRules RULES =
            DatedDuties.load(HOME, Datasets.load(HOME)).in(Period.of("2023-06")).orElseThrow();
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final ReportingUnits UNITS =
            new ReportingUnits(List.of(new ReportingUnit(KUNMING, "昆明市"), new ReportingUnit(QUJING, "曲靖市")));

    /** 人社部发〔2023〕27号 二(二): at least 1 per cent, the figure itself is enough. */
    @ParameterizedTest
    @CsvSource({
        "1, 100, MET, 1.00",
        "0, 100, NOT_MET, 0.00",
        "9, 1000, NOT_MET, 0.90",
        "999, 99901, NOT_MET, 0.99",
        "0, 0, NO_RECORDS, "
    })
    void oneInAHundredPostsIsADemonstrationPost(long demonstration, long posts, Standing standing, String percent) {
        var judged = judge(Measure.DEMONSTRATION_POSTS, "2023-06", "demonstration", demonstration, "posts", posts);

        assertThat(judged.standing()).isEqualTo(standing);
        assertThat(judged.percent().map(Object::toString)).isEqualTo(Optional.ofNullable(percent));
    }

    /** 人社部发〔2023〕27号 二(二): research, skill, management and social service. */
    @Test
    void everyKindOfPostIsThere() {
        var all = judge(
                Measure.POST_KINDS,
                "2023-06",
                "posts",
                40,
                "RESEARCH",
                1,
                "SKILL",
                29,
                "MANAGEMENT",
                5,
                "SOCIAL_SERVICE",
                5);
        assertThat(all.standing()).isEqualTo(Standing.MET);
        assertThat(all.share("RESEARCH")).hasToString("Optional[2.50]");

        var lacking = judge(Measure.POST_KINDS, "2023-06", "posts", 40, "SKILL", 35, "SOCIAL_SERVICE", 5);
        assertThat(lacking.standing()).isEqualTo(Standing.NOT_MET);
        assertThat(lacking.lacking()).containsExactly("RESEARCH", "MANAGEMENT");

        assertThat(judge(Measure.POST_KINDS, "2023-06", "posts", 0).standing()).isEqualTo(Standing.NO_RECORDS);
    }

    /** 人社部发〔2023〕27号 二(三): a quarter that runs may still be kept, one that is over is late for good. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-02|0|0|NOT_DUE|",
                "2023-02|1|0|MET|",
                "2023-03|0|0|NOT_MET|2023-Q1",
                "2023-04|0|3|NOT_MET|2023-Q1",
                "2023-05|2|0|NOT_DUE|",
                "2023-06|2|0|NOT_MET|2023-Q2",
                "2023-06|2|1|MET|"
            })
    void aMatchingEventIsHeldEachQuarter(String month, long first, long second, Standing standing, String late) {
        var judged = judge(Measure.MATCHING_EVENTS, month, "2023-Q1", first, "2023-Q2", second);

        assertThat(judged.standing()).isEqualTo(standing);
        assertThat(judged.lacking()).isEqualTo(late == null ? List.of() : List.of(late));
    }

    /** 人社部发〔2023〕27号 二(五). */
    @Test
    void everyPlacementInPostHasAMentor() {
        assertThat(judge(Measure.MENTORS, "2023-06", "mentored", 12, "inPost", 12)
                        .standing())
                .isEqualTo(Standing.MET);
        assertThat(judge(Measure.MENTORS, "2023-06", "mentored", 11, "inPost", 12)
                        .standing())
                .isEqualTo(Standing.NOT_MET);
        assertThat(judge(Measure.MENTORS, "2023-06", "inPost", 0).standing()).isEqualTo(Standing.NO_RECORDS);
    }

    /** 云人社发〔2023〕18号 三: once a year, so that nobody is late before December is over. */
    @Test
    void unitsAreReviewedByTheEndOfTheYear() {
        assertThat(judge(Measure.UNIT_REVIEW, "2023-11", "reviewed", 3, "recognised", 4)
                        .standing())
                .isEqualTo(Standing.NOT_DUE);
        assertThat(judge(Measure.UNIT_REVIEW, "2023-12", "reviewed", 3, "recognised", 4)
                        .standing())
                .isEqualTo(Standing.NOT_MET);
        assertThat(judge(Measure.UNIT_REVIEW, "2023-02", "reviewed", 4, "recognised", 4)
                        .standing())
                .isEqualTo(Standing.MET);
    }

    /** 云人社发〔2023〕18号 一; the days are ours. */
    @Test
    void aPostWhoseDaysAreNotOverIsNotLate() {
        assertThat(judge(Measure.PUBLICATION_TIME, "2023-06", "due", 0, "waiting", 9)
                        .standing())
                .isEqualTo(Standing.NOT_DUE);
        assertThat(judge(Measure.PUBLICATION_TIME, "2023-06", "due", 4, "inTime", 4, "waiting", 9)
                        .standing())
                .isEqualTo(Standing.MET);
        assertThat(judge(Measure.PUBLICATION_TIME, "2023-06", "due", 4, "inTime", 3)
                        .standing())
                .isEqualTo(Standing.NOT_MET);
    }

    @Test
    void whatNobodyDeliveredIsAGapAndNeitherZeroNorMet() {
        var month = DutyMonth.of(RULES, Period.of("2023-06"), UNITS, Map.of());

        assertThat(month.units())
                .allSatisfy(row -> assertThat(row.duties()).allSatisfy(one -> {
                    assertThat(one.standing()).isEqualTo(Standing.NO_RECORDS);
                    assertThat(one.behind().numbers()).isEmpty();
                    assertThat(one.percent()).isEmpty();
                }));
        assertThat(month.province()).allSatisfy(one -> {
            assertThat(one.judged().standing()).isEqualTo(Standing.NO_RECORDS);
            assertThat(one.missing()).hasSize(2);
        });
    }

    @Test
    void theProvinceIsTheSumOfItsOffices() {
        var both = province(Measure.DEMONSTRATION_POSTS, tally("demonstration", 3, "posts", 100), tally("posts", 200));

        assertThat(both.judged().standing()).isEqualTo(Standing.MET);
        assertThat(both.judged().part()).isEqualTo(3);
        assertThat(both.judged().whole()).isEqualTo(300);
        assertThat(both.missing()).isEmpty();
    }

    @Test
    void theProvinceMeetsNothingWhileAnOfficesRecordsAreMissing() {
        var share = province(Measure.DEMONSTRATION_POSTS, tally("demonstration", 3, "posts", 100), null);
        assertThat(share.judged().standing()).isEqualTo(Standing.NO_RECORDS);
        assertThat(share.judged().part()).isEqualTo(3);
        assertThat(share.missing()).extracting(ReportingUnit::name).containsExactly("曲靖市");

        var mentors = province(Measure.MENTORS, tally("mentored", 1, "inPost", 2), null);
        assertThat(mentors.judged().standing()).isEqualTo(Standing.NOT_MET);
    }

    /** 人社部发〔2023〕27号 二(三): an event in one place keeps no other office's quarter. */
    @Test
    void manyEventsOfOneOfficeKeepNobodyElsesQuarter() {
        var events =
                province(Measure.MATCHING_EVENTS, tally("2023-Q1", 5, "2023-Q2", 5), tally("2023-Q1", 1, "2023-Q2", 0));

        assertThat(events.judged().standing()).isEqualTo(Standing.NOT_MET);
        assertThat(events.judged().lacking()).containsExactly("2023-Q2");
        assertThat(events.judged().part()).isEqualTo(3);
        assertThat(events.judged().whole()).isEqualTo(4);
    }

    @Test
    void theLongestWaitOfTwoOfficesIsTheLongerOne() {
        var both = province(
                Measure.PUBLICATION_TIME,
                tally("due", 2, "inTime", 2, "longestDays", 9),
                tally("due", 1, "inTime", 1, "longestDays", 4));

        assertThat(both.judged().behind().of("longestDays")).isEqualTo(9);
        assertThat(both.judged().whole()).isEqualTo(3);
    }

    private static DutyMonth.OfAll province(Measure measure, Tally kunming, Tally qujing) {
        var counted = new HashMap<Sender, Map<Measure, Tally>>();
        counted.put(KUNMING, Map.of(measure, kunming));
        if (qujing != null) {
            counted.put(QUJING, Map.of(measure, qujing));
        }
        var month = DutyMonth.of(RULES, Period.of("2023-06"), UNITS, counted);
        return month.province().get(RULES.duties().indexOf(RULES.find(measure).orElseThrow()));
    }

    private static Judged judge(Measure measure, String month, Object... numbers) {
        return RULES.find(measure).orElseThrow().judge(Optional.of(tally(numbers)), Period.of(month));
    }

    private static Tally tally(Object... namesAndNumbers) {
        var numbers = new HashMap<String, Long>();
        for (var at = 0; at < namesAndNumbers.length; at += 2) {
            numbers.put((String) namesAndNumbers[at], ((Number) namesAndNumbers[at + 1]).longValue());
        }
        return Tally.of(numbers);
    }
}
