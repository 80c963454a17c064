package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.clause.Clauses;
import org.jianxi.gateway.mapping.source.JsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source speaks of its own areas only. */
class AreasTest {

    @ParameterizedTest
    @CsvSource({
        "530100, 530102, true",
        "530102, 530102, true",
        "530102000000, 530102, true",
        "530102005, 530102, true",
        "530102, 530103, false",
        "530100, 532901, false",
        "530000, 532901, true"
    })
    void aUnitLiesInAnAreaOfItsSource(String area, String division, boolean good) throws Exception {
        var fields = FieldLanguage.mapping("units", "fields:\n  divisionCode: {at: /x}")
                .ofRecords()
                .fields();
        var record = JsonDocument.read("{\"x\": \"%s\"}".formatted(division).getBytes(StandardCharsets.UTF_8));
        var found = new RecordReader(fields, new Areas(List.of("533300", area)), Clauses.alone(), true)
                .read(record, 1).findings().stream()
                        .filter(one -> one.rule().equals("F-AREA"))
                        .toList();

        assertThat(found.isEmpty()).isEqualTo(good);
        assertThat(found)
                .allMatch(Finding::isError)
                .allMatch(one -> "/x".equals(one.at().pointer()));
    }

    @ParameterizedTest
    @CsvSource({"registeredDivision, 110101", "residenceDivision, 532901"})
    void peopleMayComeFromAnywhere(String field, String division) throws Exception {
        var fields = FieldLanguage.mapping("trainees", "fields:\n  %s: {at: /x}".formatted(field))
                .ofRecords()
                .fields();
        var record = JsonDocument.read("{\"x\": \"%s\"}".formatted(division).getBytes(StandardCharsets.UTF_8));

        assertThat(new RecordReader(fields, new Areas(List.of("530102")), Clauses.alone(), true)
                        .read(record, 1)
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("F-AREA");
    }
}
