package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {

    @ParameterizedTest
    @CsvSource({"zhijian", "honghe", "official", "yunjiu", "provincial", "kunming"})
    void everySourceMaySendTheCanonicalFormInstead(String source) throws IOException {
        var json = Files.readAllBytes(Path.of("mappings/kunming/samples/2023-06.in.json"));
        assertThat(read(source, MediaType.JSON, json, "2023-06").findings()).isEmpty();
        var xml = Files.readAllBytes(Path.of("mappings/provincial/samples/2023-06.in.xml"));
        assertThat(read(source, MediaType.XML, xml, "2023-06").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "official, XLSX, kunming/samples/2023-06.in.json", "zhijian, JSON, yunjiu/samples/2023-06-dali.in.xml",
        "yunjiu, XML, official/samples/2023-06-nujiang.in.xlsx",
                "honghe, CSV, official/samples/2023-06-nujiang.in.xlsx",
        "honghe, CSV, yunjiu/samples/2023-06-dali.in.xml", "kunming, XLSX, official/samples/2023-06-nujiang.in.xlsx"
    })
    void contentThatIsNotWhatItWasDeclaredToBeIsSaidSo(String source, MediaType declared, String file)
            throws IOException {
        var mapped = read(source, declared, Files.readAllBytes(Path.of("mappings", file)), "2023-06");
        assertThat(mapped.findings()).extracting(Finding::rule).containsExactly("S-TYPE");
    }

    @Test
    void anOldWorkbookIsToldHowToBeSaved() {
        var ole2 =
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
                };
        var finding =
                read("official", MediaType.XLSX, ole2, "2023-06").findings().getFirst();
        assertThat(finding.rule()).isEqualTo("S-TYPE");
        assertThat(finding.message().zh()).contains("另存为").contains(".xlsx");
    }

    @Test
    void aDocumentOfAnotherMonthIsNotTakenForThisOne() throws IOException {
        for (var sample : List.of("kunming/samples/2023-06.in.json", "zhijian/samples/2023-06-zhaotong.in.json")) {
            var mapped = read("zhijian", MediaType.JSON, Files.readAllBytes(Path.of("mappings", sample)), "2023-07");
            assertThat(mapped.findings()).extracting(Finding::rule).containsExactly("P-PERIOD");
        }
    }

    @Test
    void nothingAtAllIsAClearFindingInEveryFormat() {
        for (var source : List.of("zhijian", "honghe", "official", "yunjiu", "provincial", "kunming")) {
            var type = Home.mapping(source).mediaType();
            assertThat(read(source, type, new byte[0], "2023-06")).isInstanceOf(Mapped.Unreadable.class);
            assertThat(read(source, type, " \n".getBytes(StandardCharsets.UTF_8), "2023-06")
                            .findings())
                    .isNotEmpty();
        }
    }

    private static Mapped read(String source, MediaType type, byte[] content, String period) {
        return Home.READER.read(Home.mapping(source), content, Home.context(type, period, ""));
    }
}
