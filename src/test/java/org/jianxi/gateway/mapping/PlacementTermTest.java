package org.jianxi.gateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 人社部发〔2023〕27号 三(三): an internship lasts 3 to 12 months. */
class PlacementTermTest {

    @ParameterizedTest
    @CsvSource({
        "2023-01-10, 2023-04-09",
        "2023-01-10, 2023-04-10",
        "2023-11-30, 2024-02-29",
        "2023-11-30, 2024-02-28",
        "2023-01-10, 2024-01-09",
        "2023-01-10, 2024-01-10",
        "2024-02-29, 2025-02-28"
    })
    void clause3Of3TakesThreeToTwelveMonthsHoweverTheLastDayIsCounted(String start, String end) {
        assertThat(findings(start, end)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-01-10, 2023-04-08", "2023-01-10, 2023-01-09", "2023-11-30, 2024-02-27"})
    void clause3Of3RefusesLessThanThreeMonths(String start, String end) {
        assertThat(findings(start, end)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-TERM");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message().zh()).isEqualTo("计划期满日期距到岗日期不足3个月");
            assertThat(finding.clause()).isEqualTo("人社部发〔2023〕27号 三(三)");
            assertThat(finding.at().pointer()).isEqualTo("/records/0/plannedEndOn");
        });
    }

    @ParameterizedTest
    @CsvSource({"2023-01-10, 2024-01-11", "2024-02-29, 2025-03-01"})
    void clause3Of3RefusesMoreThanTwelveMonths(String start, String end) {
        assertThat(findings(start, end)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-TERM");
            assertThat(finding.message().zh()).isEqualTo("计划期满日期距到岗日期超过12个月");
            assertThat(finding.message().toString()).doesNotContain(start).doesNotContain(end);
        });
    }

    @Test
    void aPlacementWithoutItsEndIsToldOfThatAlone() {
        var batch = Trainees.batch("placements", Trainees.placement(1));
        batch.withArray("records").get(0).asObject().remove("plannedEndOn");

        assertThat(findings(batch.toString())).extracting(Finding::rule).containsExactly("F-REQUIRED");
    }

    private static List<Finding> findings(String start, String end) {
        return findings(Trainees.batch(
                        "placements",
                        Trainees.placement(1).put("startOn", start).put("plannedEndOn", end))
                .toString());
    }

    private static List<Finding> findings(String batch) {
        var found = new ArrayList<Finding>();
        new RecordMapper()
                .canonical(
                        CanonicalBatch.of("placements", MediaType.JSON, Dictionary.load(Home.PATH))
                                .orElseThrow(),
                        new Content.InMemory(batch.getBytes(UTF_8)),
                        Home.context(MediaType.JSON, "2023-06", "530100"),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord content) {}

                            @Override
                            public void finding(Finding finding) {
                                found.add(finding);
                            }
                        });
        return found;
    }
}
