package org.jianxi.gateway.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CitizenIdTest {

    private static final String STANDARDS_OWN = "11010519491231002X";

    @Test
    void theStandardsOwnExampleIsOne() {
        assertThat(CitizenId.find(STANDARDS_OWN)).isPresent();
    }

    @Test
    void aWrongCheckDigitAWrongDayAndASmallLetterAreNone() {
        assertThat(CitizenId.find("110105194912310021")).isEmpty();
        assertThat(CitizenId.find("110105194902310020")).isEmpty();
        assertThat(CitizenId.find("11010519491231002x")).isEmpty();
        assertThat(CitizenId.find("")).isEmpty();
    }

    @Test
    void whateverPrintsItPrintsTheAreaOnly() {
        assertThat(new CitizenId(STANDARDS_OWN)).hasToString("110105************");
        assertThatThrownBy(() -> new CitizenId("110105194912310021")).hasMessageNotContaining("1949");
    }
}
