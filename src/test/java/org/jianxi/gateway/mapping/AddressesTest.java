package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.table.SheetNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of a monthly return that lead further than one column of one row. */
class AddressesTest {

    private static final String BELOW = """
            form: MOHRSS-2023
            format: csv
            header: {anchor: 指标编号}
            """;

    @Test
    void figuresMayStandBelowOneAnother() {
        var mapping = mapping(BELOW, number -> "{from: '{M}月数', row: {指标编号: '%d'}}".formatted(number));
        var csv = "某市\n指标编号,5月数,6月数\n"
                + IntStream.rangeClosed(1, 14)
                        .mapToObj(number -> "%d,7,%d".formatted(number, 100 + number))
                        .collect(Collectors.joining("\n"));
        var read = Home.read(map(mapping, MediaType.CSV, csv));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures().of(1)).isEqualTo(101);
        assertThat(read.draft().figures().of(13)).isEqualTo(113);
        assertThat(read.draft().placeOf(3)).isEqualTo(Place.line(5, "6月数").forIndicator(3));
    }

    @Test
    void aRowThatIsNotThereOrThereTwiceIsNamed() {
        var mapping = mapping(BELOW, number -> "{from: 本期数, row: {指标编号: '%d'}}".formatted(number));
        var csv = "指标编号,本期数\n"
                + IntStream.rangeClosed(2, 14)
                        .mapToObj(number -> number + ",100")
                        .collect(Collectors.joining("\n"))
                + "\n5,100";
        assertThat(map(mapping, MediaType.CSV, csv).findings())
                .filteredOn(Finding::isError)
                .extracting(Home::line)
                .containsExactly("S-HEADER 1 null null 1", "S-HEADER 5 null null 15");
    }

    @Test
    void itemsOfAnArrayArePickedByAMember() {
        var mapping =
                mapping("form: MOHRSS-2023\nformat: json\n", number -> "'/items[code=DW%02d]/value'".formatted(number));
        var items = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> "{\"code\":\"DW%02d\",\"value\":%d}".formatted(15 - number, 100 + number))
                .collect(Collectors.joining(","));
        var read = Home.read(map(mapping, MediaType.JSON, "{\"items\":[" + items + "]}"));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures().of(1)).isEqualTo(114);
        assertThat(read.draft().placeOf(1))
                .isEqualTo(Place.pointer("/items/13/value").forIndicator(1));
        var twice = map(mapping, MediaType.JSON, "{\"items\":[" + items + ",{\"code\":\"DW01\",\"value\":1}]}");
        assertThat(twice.findings()).extracting(Home::line).containsExactly("S-SHAPE 1 null /items null");
    }

    @Test
    void elementsOfSeveralNamespacesAreNamedByPrefix() {
        var mapping = mapping(
                "form: MOHRSS-2023\nformat: xml\nnamespace: urn:outer\nnamespaces: {z: 'urn:zb'}\n",
                number -> "\"/report/z:figure[@z:no='%d']/@value\"".formatted(number));
        var figures = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> "<b:figure b:no='%d' value='%d'/>".formatted(number, 100 + number))
                .collect(Collectors.joining("\n"));
        var xml = "<report xmlns='urn:outer' xmlns:b='urn:zb'>" + figures + "<figure/></report>";
        var read = Home.read(map(mapping, MediaType.XML, xml));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures().of(2)).isEqualTo(102);
    }

    @ParameterizedTest
    @CsvSource({
        "汇总*, 汇总表, true",
        "*汇总, 州汇总, true",
        "*汇总*, 一汇总二, true",
        "汇总*, 州汇总, false",
        "*, 任意, true",
        "汇总, 汇总表, false",
        "汇总*, 汇总, true"
    })
    void aStarStandsForAnythingAtTheEndOfASheetsName(String name, String sheet, boolean fits) {
        assertThat(new SheetNames(java.util.List.of(name)).fits(sheet)).isEqualTo(fits);
    }

    private interface Figure {
        String of(int number);
    }

    private static MappingFile mapping(String words, Figure figure) {
        var text = "source: test\ndataset: monthly-return\n" + words + "figures:\n"
                + IntStream.rangeClosed(1, 14)
                        .mapToObj(number -> "  " + number + ": " + figure.of(number) + "\n")
                        .collect(Collectors.joining());
        return MappingFile.of(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
    }

    private static Mapped map(MappingFile mapping, MediaType type, String content) {
        return Home.READER.read(
                mapping, content.getBytes(StandardCharsets.UTF_8), Home.context(type, "2023-06", "530900"));
    }
}
