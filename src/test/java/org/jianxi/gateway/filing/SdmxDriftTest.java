package org.jianxi.gateway.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written as SDMX-CSV 2.0 against the committed structure, which is all that a statistics office has to read it by: the very
 * columns (SDMX-CSV 2.0, column headings) and no code that its lists do not know.
 */
class SdmxDriftTest {

    private static final String COMPONENTS = "/data/dataStructures/0/dataStructureComponents";
    private static final List<String> LEADING = List.of("STRUCTURE", "STRUCTURE_ID", "ACTION");

    @ParameterizedTest
    @ValueSource(strings = {"mohrss-2023", "yn-2023"})
    void theColumnsAreTheComponentsOfTheStructureInItsOrder(String edition) throws IOException {
        var structure = structure(edition);
        var expected =
                Stream.concat(LEADING.stream(), components(structure).stream()).toList();

        assertThat(expected).hasSize(LEADING.size() + 7).doesNotHaveDuplicates();
        for (var written : written(edition)) {
            assertThat(written.getFirst().getFields()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mohrss-2023", "yn-2023"})
    void everyCodeIsOfTheListThatItsColumnNames(String edition) throws IOException {
        var structure = structure(edition);
        var lists = enumerations(structure);

        assertThat(lists).containsOnlyKeys("FREQ", "REF_AREA", "INDICATOR", "UNIT_MEASURE", "OBS_STATUS");
        for (var written : written(edition)) {
            var header = written.getFirst().getFields();
            for (var row : written.subList(1, written.size())) {
                lists.forEach(
                        (column, codes) -> assertThat(codes).as(column).contains(row.getField(header.indexOf(column))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mohrss-2023", "yn-2023"})
    void everyAreaAndIndicatorOfTheListsIsObservedOnceUnderTheDataflowsName(String edition) throws IOException {
        var structure = structure(edition);
        var lists = enumerations(structure);
        var dataflow = structure.at("/data/dataflows/0");
        var name = "%s:%s(%s)".formatted(text(dataflow, "agencyID"), text(dataflow, "id"), text(dataflow, "version"));
        var all = codes(lists, "REF_AREA").stream()
                .flatMap(area -> codes(lists, "INDICATOR").stream().map(one -> name + " " + area + " " + one))
                .toList();

        for (var written : written(edition)) {
            var header = written.getFirst().getFields();
            assertThat(written.stream()
                            .skip(1)
                            .map(row -> row.getField(1) + " "
                                    + row.getField(header.indexOf("REF_AREA")) + " "
                                    + row.getField(header.indexOf("INDICATOR"))))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** Dimensions, time, measures, attributes. */
    private static List<String> components(JsonNode structure) {
        var components = components(structure, "/dimensionList/dimensions");
        components.add(
                structure.at(COMPONENTS + "/dimensionList/timeDimension/id").asString(""));
        components.addAll(components(structure, "/measureList/measures"));
        components.addAll(components(structure, "/attributeList/attributes"));
        return components;
    }

    private static List<String> components(JsonNode structure, String list) {
        return structure
                .at(COMPONENTS + list)
                .valueStream()
                .map(one -> text(one, "id"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The codes of each coded column, found by the address of its list. */
    private static Map<String, Set<String>> enumerations(JsonNode structure) {
        var lists = new TreeMap<String, Set<String>>();
        Stream.of("/dimensionList/dimensions", "/attributeList/attributes")
                .flatMap(list -> structure.at(COMPONENTS + list).valueStream())
                .forEach(one -> lists.put(
                        text(one, "id"),
                        codesOf(
                                structure,
                                one.at("/localRepresentation/enumeration").asString(""))));
        return lists;
    }

    private static Set<String> codesOf(JsonNode structure, String address) {
        return structure
                .at("/data/codelists")
                .valueStream()
                .filter(list -> address.equals("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=%s:%s(%s)"
                        .formatted(text(list, "agencyID"), text(list, "id"), text(list, "version"))))
                .flatMap(list -> list.path("codes").valueStream())
                .map(code -> text(code, "id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codes(Map<String, Set<String>> lists, String column) {
        return lists.getOrDefault(column, Set.of());
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static JsonNode structure(String edition) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(June.HOME.resolve("schemas/sdmx/" + edition + ".json")));
    }

    /** A return with gaps and one without. */
    private static List<List<CsvRecord>> written(String edition) {
        var documents = new ReturnDocuments(June.form(edition + ".yaml"), June.UNITS);
        return Stream.of(June.filed(), June.complete())
                .map(filed -> documents.write(ReturnFormat.SDMX_CSV, filed))
                .map(bytes -> CsvReader.builder().detectBomHeader(true).ofCsvRecord(new String(bytes, UTF_8)).stream()
                        .toList())
                .toList();
    }
}
