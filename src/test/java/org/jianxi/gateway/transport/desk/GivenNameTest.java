package org.jianxi.gateway.transport.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenNameTest {

    private static final Path CORPUS =
            Path.of(System.getProperty("jianxi.corpora", "../shared/corpora")).resolve("strings/path-traversal");

    @ParameterizedTest
    @ValueSource(strings = {"昆明市2023年6月汇总表.xlsx", "return-2023-06.json", "A_b.csv"})
    void plainNamesAreTaken(String name) {
        assertThat(new GivenName(name).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "a..json", "a/b.json", "..\\x.json", "a b.json", "a\u0000.json", "a\n.json", "ａ.json", ""})
    void namesThatCouldLeadSomewhereAreNot(String name) {
        assertThat(new GivenName(name).isPlain()).isFalse();
    }

    @Test
    void noNameOfTheTraversalCorpusLeavesTheFolder() throws IOException {
        assumeThat(CORPUS).isDirectory();
        var folder = Path.of("/inbox/kunming");
        try (var files = Files.list(CORPUS)) {
            for (var file : files.toList()) {
                for (var line :
                        Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                    if (new GivenName(line).isPlain()) {
                        assertThat(folder.resolve(line).normalize().getParent())
                                .as(line)
                                .isEqualTo(folder);
                    }
                }
            }
        }
    }

    @Test
    void aMonthInTheNameIsFoundAndADayIsNotTakenForOne() {
        assertThat(new GivenName("r-2023-06.json").period()).contains(Period.of("2023-06"));
        assertThat(new GivenName("2023-06_v2.json").period()).contains(Period.of("2023-06"));
        assertThat(new GivenName("upload-2023-07-03.json").period()).isEqualTo(Optional.empty());
        assertThat(new GivenName("2023-05_2023-06.json").period()).isEqualTo(Optional.empty());
        assertThat(new GivenName("2023-13.json").period()).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsShownHasNoControlCharacters() {
        assertThat(new GivenName("a\r\nINFO forged\u202e.json").shown()).isEqualTo("a??INFO?forged?.json");
    }
}
