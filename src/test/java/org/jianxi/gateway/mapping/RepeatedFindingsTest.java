package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.api.Test;

/** What every record of a document says alike is told once. */
class RepeatedFindingsTest {

    private static final String CUT = "fields:\n  registeredDivision: /hj\n  name: /xm\n";

    @Test
    void divisionsFinerThanACountyAreToldOnceWithTheirCountAndErrorsEachForItself() {
        var line = "{\"hj\": \"530102005\", \"xm\": \"%s\"}\n";
        var told = told(CUT, (line.formatted("甲某").repeat(12) + line.formatted("很".repeat(60)) + line.formatted("乙某")));

        assertThat(told).extracting(Finding::rule).containsExactly("F-TEXT", "F-DIVISION-CUT");
        assertThat(told.getFirst().at())
                .isEqualTo(Place.pointer("/xm").onLine(13).forField("name").inRecord(13));
        assertThat(told.getLast().at())
                .isEqualTo(Place.pointer("/hj")
                        .onLine(1)
                        .forField("registeredDivision")
                        .inRecord(1));
        assertThat(told.getLast().message().zh()).endsWith("（共14条记录：第1、2、3、4、5、6、7、8、9、10条等）");
        assertThat(told.getLast().message().en()).endsWith("(14 records: no. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …)");
    }

    @Test
    void oneAloneIsToldAsItIs() {
        var told = told(CUT, "{\"hj\": \"530102\"}\n{\"hj\": \"530102005\"}\n");

        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.at().line()).isEqualTo(2);
            assertThat(finding.message().en()).doesNotContain("records");
        });
    }

    @Test
    void aFieldThatSomeRecordsNeedAndTheMappingDoesNotReadIsToldOnceAndAtNoOtherFieldsPlace() {
        var told = told(
                "fields:\n  idNumber: /sfzh\n  category: /lb\n",
                "{\"lb\": \"02\"}\n{\"lb\": \"03\"}\n{\"lb\": \"03\"}\n");

        assertThat(told.stream()
                        .filter(one -> "unemploymentRegistered".equals(one.at().field())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-REQUIRED");
                    assertThat(finding.at())
                            .isEqualTo(Place.WHOLE
                                    .forField("unemploymentRegistered")
                                    .inRecord(2));
                    assertThat(finding.message().zh())
                            .isEqualTo("映射没有读取字段“失业登记”（unemploymentRegistered），而有记录须填写（因为见习对象类别）（共2条记录：第2、3条）");
                });
    }

    @Test
    void whatWasReadBeforeARefusalIsToldToo() {
        var told = told(CUT, "{\"hj\": \"530102005\"}\n{\"hj\": \"530102006\"}\n{broken\n");

        assertThat(told).extracting(Finding::rule).containsExactly("F-DIVISION-CUT", "S-JSON");
    }

    /** Leaves aside what the mapping does not read at all and blanks: the words here are short. */
    private static List<Finding> told(String words, String lines) {
        var findings = new ArrayList<Finding>();
        new RecordMapper()
                .map(
                        FieldLanguage.mapping("trainees", words),
                        new Content.InMemory(lines.getBytes(StandardCharsets.UTF_8)),
                        new MappingContext(MediaType.JSON, Optional.empty(), Optional.empty(), Home.UNITS),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord content) {}

                            @Override
                            public void finding(Finding finding) {
                                findings.add(finding);
                            }
                        });
        return findings.stream()
                .filter(one -> !one.message().en().contains("the required field")
                        && !one.message().en().contains("is required and not filled in"))
                .toList();
    }
}
