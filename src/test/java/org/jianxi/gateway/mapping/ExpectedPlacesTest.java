package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExpectedPlacesTest {

    private static final Finding FOUND = Finding.error(
            "F-CODE",
            Place.line(4, "类别").forField("category").inRecord(3),
            new Bilingual("不在代码表中", "is not in the list"),
            "c");

    @Test
    void anExpectationNeedNotNameFieldAndRecord() {
        assertThat(against("{\"line\": 4, \"column\": \"类别\"}")).isEmpty();
        assertThat(against("{\"line\": 4, \"column\": \"类别\", \"field\": \"category\", \"record\": 3}"))
                .isEmpty();
    }

    @Test
    void oneThatNamesAnotherFieldOrRecordIsNotMet() {
        assertThat(against("{\"line\": 4, \"column\": \"类别\", \"field\": \"sex\"}"))
                .hasSize(2);
        assertThat(against("{\"line\": 4, \"column\": \"类别\", \"record\": 4}")).hasSize(2);
        assertThat(against("{\"line\": 5, \"column\": \"类别\"}")).hasSize(2);
    }

    private static List<String> against(String at) {
        return SampleDifferences.ofFindings(
                JsonMapper.shared().readTree("[{\"rule\": \"F-CODE\", \"at\": %s}]".formatted(at)), List.of(FOUND));
    }
}
