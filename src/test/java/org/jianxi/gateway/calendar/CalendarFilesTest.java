package org.jianxi.gateway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRealOnes() throws IOException {
        for (var name : new String[] {"calendar.yaml", "holidays.csv", "local-holidays-yn.csv"}) {
            Files.copy(Path.of("schemas", "calendar", name), folder.resolve(name));
        }
    }

    @Test
    void changedDataCannotGoUnderTheSameVersion() throws IOException {
        var before = read().version();
        append("holidays.csv", "2026-12-31,holiday,元旦,invented\n");

        assertThat(read().version()).isNotEqualTo(before);
    }

    @Test
    void anUnknownKindIsRefusedWithItsLine() throws IOException {
        var lines = Files.readAllLines(folder.resolve("holidays.csv")).size();
        append("holidays.csv", "2026-12-31,half day,元旦,invented\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(FileProblem.class)
                .hasMessageEndingWith("holidays.csv:" + (lines + 1) + ": kind must be holiday or workday");
    }

    @Test
    void aDayThatStandsTwiceIsRefused() throws IOException {
        append("holidays.csv", "2026-01-01,workday,元旦,invented\n");

        assertThatThrownBy(this::read).isInstanceOf(FileProblem.class).hasMessageContaining("2026-01-01 stands twice");
    }

    private WorkingCalendar read() {
        return new CalendarFiles(folder).read();
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + line);
    }
}
