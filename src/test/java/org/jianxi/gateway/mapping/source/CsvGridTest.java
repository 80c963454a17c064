package org.jianxi.gateway.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.RowChoice;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvGridTest {

    private static final Path SPECTRUM =
            Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"), "csv/csv-spectrum");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void theSpectrumOfCsvIsReadAsItsAuthorsMeantIt(String name) throws IOException, UnreadableDocument {
        assumeTrue(Files.isDirectory(SPECTRUM), "no corpora beside this clone");
        var expected = StrictJson.parse(Files.readAllBytes(SPECTRUM.resolve("json/" + name + ".json")));
        var grid = read(Files.readAllBytes(SPECTRUM.resolve("csvs/" + name + ".csv")), StandardCharsets.UTF_8);
        for (var row = 0; row < expected.size(); row++) {
            for (var column = 1; column <= expected.get(row).size(); column++) {
                var header = grid.textAt(1, column);
                assertThat(grid.textAt(row + 2, column).replace("\r\n", "\n"))
                        .isEqualTo(expected.get(row).get(header).asString().replace("\r\n", "\n"));
            }
        }
    }

    @Test
    void linesArePhysicalEvenBehindAFieldOfSeveralLines() throws UnreadableDocument {
        var grid = read("a,b\n\"x\ny\",2\n\n3,4\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(grid.place(2, 2)).isEqualTo(Place.line(2, "b"));
        assertThat(grid.place(3, 1)).isEqualTo(Place.line(5, "a"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() throws UnreadableDocument {
        var grid = read("\uFEFFdqmc,x\n红河州,1\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(grid.textAt(1, 1)).isEqualTo("dqmc");
    }

    @Test
    void theDeclaredEncodingIsHeldToAndNeverGuessed() throws UnreadableDocument {
        assertThat(read("名称\n红河州\n".getBytes(GB18030), GB18030).textAt(2, 1)).isEqualTo("红河州");
        assertThat(refusal("名称\n红河州\n".getBytes(GB18030), StandardCharsets.UTF_8))
                .isEqualTo("S-ENCODING");
        assertThat(refusal("\uFEFF名称\n".getBytes(StandardCharsets.UTF_8), GB18030))
                .isEqualTo("S-ENCODING");
        assertThat(refusal("名称\n".getBytes(StandardCharsets.UTF_16), GB18030)).isEqualTo("S-ENCODING");
    }

    /** GB18030-2022, the table of JDK 21 and later; an older table reads U+E81E here. */
    @Test
    void theCharacterTableIsThatOf2022() throws UnreadableDocument {
        assertThat(read(HexFormat.of().parseHex("FE590A"), GB18030).textAt(1, 1))
                .isEqualTo("\u9FB4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "FF", "8130", "813081", "E3329A36"})
    void bytesOutsideGb18030AreRefused(String hex) {
        assertThat(refusal(HexFormat.of().parseHex("310A" + hex), GB18030)).isEqualTo("S-ENCODING");
    }

    @Test
    void noncharactersAndEndlessFieldsAreRefused() {
        assertThat(refusal(HexFormat.of().parseHex("8431A439"), GB18030)).isEqualTo("S-TEXT");
        assertThat(refusal(("a\n\"" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("S-CSV");
        assertThat(refusal("a\n".repeat(10_001).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("S-LIMIT");
        assertThat(refusal(",".repeat(200).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("S-LIMIT");
    }

    private static Grid read(byte[] content, Charset encoding) throws UnreadableDocument {
        return CsvGrid.read(content, rule(encoding));
    }

    private static String refusal(byte[] content, Charset encoding) {
        return catchThrowableOfType(UnreadableDocument.class, () -> CsvGrid.read(content, rule(encoding)))
                .rule()
                .id();
    }

    private static TableRule rule(Charset encoding) {
        return new TableRule(
                new CsvDialect(encoding, ',', '"', Optional.empty(), false),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                new RowChoice.Only(),
                List.of(),
                MergedRule.UNSPOKEN);
    }
}
