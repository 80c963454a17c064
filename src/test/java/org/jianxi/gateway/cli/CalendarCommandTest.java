package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.junit.jupiter.api.Test;

/** Contract §1, {@code calendar}. */
class CalendarCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void saysBothDeadlinesInTheContractsShape() {
        var code = terminal.run("calendar", "2023-04", "2024-03", "2026-01", "2026-12", "--json");

        assertThat(terminal.json()).isEqualTo(Terminal.parsed("""
                        {"calendar": "%s", "periods": [
                          {"period": "2023-04", "unitDeadline": "2023-05-05", "provinceDeadline": "2023-05-09", "provisional": false},
                          {"period": "2024-03", "unitDeadline": "2024-04-02", "provinceDeadline": "2024-04-08", "provisional": false},
                          {"period": "2026-01", "unitDeadline": "2026-02-03", "provinceDeadline": "2026-02-06", "provisional": false},
                          {"period": "2026-12", "unitDeadline": "2027-01-05", "provinceDeadline": "2027-01-08", "provisional": true}
                        ]}
                        """.formatted(
                        new CalendarFiles(Path.of("schemas", "calendar")).read().version())));
        assertThat(code).isZero();
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void saysThemToPeopleWithTheDaysThatMovedThem() {
        var code = terminal.run("calendar", "2023-04");

        assertThat(terminal.out())
                .contains("2023-04  各州市 units 2023-05-05 24:00  全省 province 2023-05-09 24:00")
                .contains("2023-05-06 劳动节 调休上班 worked");
        assertThat(code).isZero();
    }

    @Test
    void somethingThatIsNoMonthIsWrongUsage() {
        assertThat(terminal.run("calendar", "2023-13")).isEqualTo(2);
        assertThat(terminal.err()).contains("'2023-13' 不是月份");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void noMonthAtAllIsWrongUsage() {
        assertThat(terminal.run("calendar")).isEqualTo(2);
    }

    @Test
    void withoutItsFilesItCannotBeDone() {
        var lost = new Terminal(new Home(Path.of("target", "no such home")));

        assertThat(lost.run("calendar", "2023-06", "--json")).isEqualTo(3);
        assertThat(lost.err()).contains("There is no folder");
        assertThat(lost.out()).isEmpty();
    }
}
