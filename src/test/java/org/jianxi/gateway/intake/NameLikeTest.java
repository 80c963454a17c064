package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikeTest {

    @ParameterizedTest
    @CsvSource({
        "'*.csv', return.csv, true",
        "'*.csv', return.CSV, true",
        "'*花名册*', 昆明花名册202306.xlsx, true",
        "'jx-*-*.xml', jx-5301-202306.xml, true",
        "'a*a', a, false",
        "'a*b*', xab, false",
        "'return.csv', return.csv, true",
        "'return.csv', return-csv, false",
        "'(a+)+*', aaaaaaaaaaaaaaaaaaaaaaaa!, false"
    })
    void anAsteriskStandsForAnythingAndAllElseForItself(String like, String name, boolean matches) {
        assertThat(NameLike.matches(like, name)).isEqualTo(matches);
    }
}
