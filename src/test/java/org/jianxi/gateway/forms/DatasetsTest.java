package org.jianxi.gateway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    private static final Path HOME = Path.of("");

    private final Datasets datasets = Datasets.load(HOME);

    @TempDir
    private Path home;

    @Test
    void everyRowOfTheDictionaryIsAFieldOrSaidToStandElsewhere() {
        var covered = new TreeSet<String>();
        var asked = new TreeSet<String>();
        for (var dataset : datasets.all()) {
            dataset.fields().forEach(field -> covered.add(dataset.entity() + " | " + field.row()));
            dataset.elsewhere().keySet().forEach(row -> covered.add(dataset.entity() + " | " + row));
        }
        for (var row : Table.read(Path.of("schemas/codes/dictionary.csv")).rows()) {
            asked.add(row.get("entity") + " | " + row.get("field"));
        }

        assertThat(asked).hasSize(133);
        assertThat(covered).isEqualTo(asked);
    }

    @Test
    void aRowOfSeveralFieldsIsSplitIntoAsManyFieldsAtLeast() {
        for (var dataset : datasets.all()) {
            for (var field : dataset.fields()) {
                var sharing = dataset.fields().stream()
                        .filter(other -> other.row().equals(field.row()))
                        .count();
                assertThat(sharing)
                        .as(field.row())
                        .isGreaterThanOrEqualTo(field.row().split("/").length);
            }
        }
    }

    @Test
    void whatTheDictionaryCallsPersonalIsPersonalHere() {
        for (var row : Table.read(Path.of("schemas/codes/dictionary.csv")).rows()) {
            var expected = switch (row.getOrDefault("personal", "")) {
                case "P" -> Privacy.PERSONAL;
                case "S" -> Privacy.SECRET;
                default -> Privacy.NO;
            };
            datasets.all().stream()
                    .filter(dataset -> dataset.entity().equals(row.get("entity")))
                    .flatMap(dataset -> dataset.fields().stream())
                    .filter(field -> field.row().equals(row.get("field")))
                    .filter(field -> !field.name().equals("agreementNo"))
                    .forEach(field ->
                            assertThat(field.personal()).as(field.name()).isEqualTo(expected));
        }
    }

    @Test
    void anAgreementsNumberLeadsToOnePersonAndIsPersonalThoughTheDictionaryCallsItPublic() {
        assertThat(datasets.find("placements")
                        .orElseThrow()
                        .find("agreementNo")
                        .orElseThrow()
                        .personal())
                .isEqualTo(Privacy.PERSONAL);
    }

    @Test
    void noLabelOfADatasetNamesTwoCodesOfOneList() {
        for (var dataset : datasets.all()) {
            for (var field : dataset.fields()) {
                var words = new HashSet<String>();
                field.codes().stream().flatMap(list -> list.codes().stream()).forEach(code -> {
                    assertThat(words.add(code.label().zh()))
                            .as(field.name() + code)
                            .isTrue();
                    code.alsoCalled()
                            .forEach(word -> assertThat(words.add(word))
                                    .as(field.name() + word)
                                    .isTrue());
                });
            }
        }
    }

    @Test
    void standardListsCarryTheirWholeTableAndWhatPeopleWrite() {
        var trainees = datasets.find("trainees").orElseThrow();
        var ethnicity = trainees.find("ethnicity").orElseThrow().codes().orElseThrow();
        var sex = trainees.find("sex").orElseThrow().codes().orElseThrow();
        var industry = datasets.find("units")
                .flatMap(units -> units.find("industryCode"))
                .flatMap(Field::codes)
                .orElseThrow();

        assertThat(ethnicity.codes()).hasSize(58);
        assertThat(sex.codes()).anySatisfy(code -> assertThat(code.alsoCalled()).containsExactly("女"));
        assertThat(industry.allows("C")).isTrue();
        assertThat(industry.allows("3911")).isTrue();
        assertThat(industry.allows("Z")).isFalse();
    }

    @Test
    void aRecordIsWrittenInTheTypesOfTheContract() {
        var values = new LinkedHashMap<String, FieldValue>();
        values.put("name", new FieldValue.Text("甲"));
        values.put("headcount", new FieldValue.Whole(5));
        values.put("amountYuan", new FieldValue.Decimal(new BigDecimal("1500.00")));
        values.put("startOn", new FieldValue.Day(LocalDate.of(2023, 6, 1)));
        values.put("periodFrom", new FieldValue.Month(Period.of("2023-06")));
        values.put("generatedAt", new FieldValue.Moment(LocalDateTime.of(2023, 6, 1, 9, 30)));
        values.put("demonstration", new FieldValue.Truth(true));

        assertThat(RecordJson.tree(new CanonicalRecord("posts", 1, values)).toString())
                .isEqualTo("{\"name\":\"甲\",\"headcount\":5,\"amountYuan\":\"1500.00\",\"startOn\":\"2023-06-01\","
                        + "\"periodFrom\":\"2023-06\",\"generatedAt\":\"2023-06-01T09:30:00\",\"demonstration\":true}");
    }

    @Test
    void aRecordNeverShowsWhatItSays() {
        var one = new CanonicalRecord(
                "trainees", 7, new LinkedHashMap<>(java.util.Map.of("name", new FieldValue.Text("某甲"))));

        assertThat(one.toString()).isEqualTo("trainees record 7");
    }

    @Test
    void aDefinitionThatDoesNotHoldTogetherIsRefusedWithItsLine() throws IOException {
        refused("fields:\n  aa: {label: {zh: 甲, en: A}, type: cod}", "broken.yaml:6");
        refused("fields:\n  aa: {label: {zh: 甲, en: A}, type: code, codes: nothing}", "is no list of codes");
        refused("fields:\n  bb: {label: {zh: 甲, en: A}, type: date}", "has no field aa");
        refused("fields:\n  aa: {label: {zh: 甲, en: A}, type: date, required: {when: {cc: []}}}", "cc cannot say that");
    }

    private void refused(String fields, String why) throws IOException {
        for (var kept :
                new String[] {"schemas/dataset.schema.json", "schemas/codes/lists.yaml", "schemas/codes/codes.csv"}) {
            Files.createDirectories(home.resolve(kept).getParent());
            Files.write(home.resolve(kept), Files.readAllBytes(Path.of(kept)));
        }
        Files.createDirectories(home.resolve("schemas/datasets"));
        Files.writeString(
                home.resolve("schemas/datasets/broken.yaml"),
                "dataset: broken\nentity: x\ntitle: {zh: 甲, en: A}\nkey: [aa]\n" + fields + "\n");

        assertThatThrownBy(() -> Datasets.load(home))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining(why);
    }
}
