package org.jianxi.gateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.JsonSchema;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.forms.RecordJsonSchema;
import org.jianxi.gateway.forms.RecordXsd;
import org.jianxi.gateway.forms.Required;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records of each dataset in canonical form: two schemas and two readers, one judgement. */
class CanonicalBatchTest {

    private static final Dictionary DICTIONARY = Dictionary.load(Home.PATH);

    @Test
    void everySingleChangeOfATraineeIsJudgedAlikeByBothSchemasAndBothReaders() throws UnreadableDocument {
        var damages = heading();
        for (var name :
                List.of("traineeId", "idType", "idNumber", "name", "sex", "birthDate", "category", "education")) {
            damages.put("without " + name, record(one -> one.remove(name)));
            damages.put(name + " nested", record(one -> one.putObject(name).put("x", "1")));
            damages.put(name + " empty", record(one -> one.put(name, "")));
            damages.put(
                    name + " with a blank behind it",
                    record(one -> one.put(name, one.path(name).asString() + " ")));
            damages.put(
                    name + " with a line feed behind it",
                    record(one -> one.put(name, one.path(name).asString() + "\n")));
        }
        for (var day : List.of(
                "2023-02-29",
                "2024-02-29",
                "2023-04-31",
                "2023-6-1",
                "20230601",
                "1899-12-31",
                "2000-02-29",
                "2100-01-01")) {
            damages.put("graduated on " + day, record(one -> one.put("graduatedOn", day)));
        }
        for (var text :
                List.of("𠀀", "𠀀".repeat(50), "𠀀".repeat(51), "张", "a b", "买买提·艾力", " 张三", "\t张三", "张\u3000三")) {
            damages.put("named " + text, record(one -> one.put("name", text)));
        }
        damages.put("mobile", record(one -> one.put("mobile", "1" + "3".repeat(10))));
        damages.put("mobile too long", record(one -> one.put("mobile", "1" + "3".repeat(11))));
        damages.put("unknown code", record(one -> one.put("category", "04")));
        damages.put("its name for a code", record(one -> one.put("sex", "女")));
        damages.put("unknown member", record(one -> one.put("note", "1")));
        damages.put("truth", record(one -> one.put("previousInternship", true)));
        damages.put("truth in other words", record(one -> one.put("previousInternship", "yes")));
        damages.put("small x", record(one -> one.put("idNumber", withX().toLowerCase(java.util.Locale.ROOT))));
        damages.put("division", record(one -> one.put("residenceDivision", "530102")));
        damages.put("division by name", record(one -> one.put("residenceDivision", "五华区")));

        for (var damage : damages.entrySet()) {
            judgedAlike("trainees", Trainees.batch("trainees", Trainees.graduate(1), Trainees.graduate(2)), damage);
        }
    }

    @Test
    void everySingleChangeOfAPlacementIsJudgedAlikeByBothSchemasAndBothReaders() throws UnreadableDocument {
        var damages = heading();
        for (var name : List.of("placementId", "postId", "unitId", "agreementNo", "agreementSignedOn", "status")) {
            damages.put("without " + name, record(one -> one.remove(name)));
            damages.put(name + " empty", record(one -> one.put(name, "")));
        }
        damages.put("insured in words", record(one -> one.put("accidentInsurance", "是")));
        damages.put("uninsured", record(one -> one.put("accidentInsurance", false)));
        damages.put("status in words", record(one -> one.put("status", "见习中")));

        for (var damage : damages.entrySet()) {
            judgedAlike("placements", Trainees.batch("placements", Trainees.placement(1)), damage);
        }
    }

    @Test
    void everySingleChangeOfAnyOtherRecordIsJudgedAlikeByBothSchemasAndBothReaders() throws UnreadableDocument {
        for (var one : Deliverables.all().entrySet()) {
            var dataset = one.getKey();
            var damages = heading();
            damages.put("another dataset", batch -> batch.put("dataset", "trainees"));
            for (var field : DICTIONARY.datasets().find(dataset).orElseThrow().fields()) {
                var name = field.name();
                damages.put("without " + name, record(record -> record.remove(name)));
                damages.put(name + " empty", record(record -> record.put(name, "")));
                damages.put(name + " in words", record(record -> record.put(name, "其他说法")));
                if (!(field.type() instanceof FieldType.Whole)) {
                    damages.put(name + " with a line feed behind it", record(record -> record.put(name, "1\n")));
                }
            }
            for (var damage : damages.entrySet()) {
                if (!dependsOnOthers(dataset, damage.getKey())) {
                    judgedAlike(
                            dataset, Trainees.batch(dataset, Deliverables.all().get(dataset)), damage);
                }
            }
        }
    }

    /** What other fields demand is left to the rules by both schemas. */
    private static boolean dependsOnOthers(String dataset, String damage) {
        return damage.startsWith("without ")
                && DICTIONARY
                        .datasets()
                        .find(dataset)
                        .flatMap(one -> one.find(damage.substring("without ".length())))
                        .filter(field -> field.required() instanceof Required.When)
                        .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", " 5\n", "05", "+5", "5.0", "5.5", "0", "-1", "99999", "100000", "5 5", ""})
    void aWholeNumberInXmlIsJudgedAlikeBySchemaAndReader(String written) throws UnreadableDocument {
        var xml = BatchTwin.of(Trainees.batch("posts", Deliverables.post(1)))
                .replace("<headcount>2<", "<headcount>" + written + "<");
        var definition = DICTIONARY.datasets().find("posts").orElseThrow();

        assertThat(xml).contains("<headcount>" + written);
        assertThat(read("posts", xml, MediaType.XML).accepts())
                .isEqualTo(XmlSchema.parse("test.xsd", RecordXsd.of(definition))
                        .validate(xml.getBytes(UTF_8))
                        .isEmpty());
    }

    @Test
    void aRecordThatIsGoneIsJudgedAlikeByBothSchemasAndBothReaders() throws UnreadableDocument {
        for (var dataset : DICTIONARY.datasets().canonical()) {
            var damages = new LinkedHashMap<String, Consumer<ObjectNode>>();
            damages.put("gone", batch -> {});
            damages.put("another field", record(one -> one.put("note", "1")));
            damages.put("a field beside the key", record(one -> one.put("name", "甲")));
            for (var key : dataset.key()) {
                damages.put("without " + key, record(one -> one.remove(key)));
                damages.put(key + " empty", record(one -> one.put(key, "")));
                damages.put(key + " too long", record(one -> one.put(key, "x".repeat(37))));
            }
            for (var damage : damages.entrySet()) {
                var batch = Trainees.batch(dataset.id(), gone(dataset));
                judgedAlike(dataset.id(), batch, damage);
            }
            assertThat(read(
                                    dataset.id(),
                                    Trainees.batch(dataset.id(), gone(dataset)).toString(),
                                    MediaType.JSON)
                            .records)
                    .containsExactly(gone(dataset).toString());
        }
    }

    @Test
    void bothFormsTellTheSameRecordsAndTheSameThatAreGoneInOneOrder() {
        var units = DICTIONARY.datasets().find("units").orElseThrow();
        var batch = Trainees.batch("units", Deliverables.unit(1), gone(units), Deliverables.unit(2));

        var json = read("units", batch.toString(), MediaType.JSON);
        var xml = read("units", BatchTwin.of(batch), MediaType.XML);

        assertThat(json.findings).isEmpty();
        assertThat(json.records).hasSize(3).isEqualTo(xml.records);
        assertThat(json.records.get(1)).isEqualTo("{\"unitId\":\"X-1\",\"removed\":true}");
    }

    @Test
    void inJsonOnlyTrueSaysThatARecordIsGone() {
        var units = DICTIONARY.datasets().find("units").orElseThrow();
        for (var batch : List.of(
                Trainees.batch("units", gone(units).put("removed", false)),
                Trainees.batch("units", gone(units).put("removed", "true")),
                Trainees.batch("units", Deliverables.unit(1).put("removed", false)))) {
            assertThat(read("units", batch.toString(), MediaType.JSON).findings.stream()
                            .map(Finding::rule))
                    .contains("S-MEMBER");
        }
    }

    private static ObjectNode gone(Dataset dataset) {
        var record = JsonNodeFactory.instance.objectNode();
        dataset.key().forEach(field -> record.put(field, "X-1"));
        return record.put("removed", true);
    }

    @Test
    void whatOnlyJsonCanSayIsRefusedToo() {
        assertThat(findings(changed(record(one -> one.put("name", 5))), MediaType.JSON))
                .containsExactly("S-SHAPE");
        assertThat(findings(changed(record(one -> one.putNull("name"))), MediaType.JSON))
                .contains("S-SHAPE");
        assertThat(findings(changed(record(one -> one.put("previousInternship", "true"))), MediaType.JSON))
                .containsExactly("S-SHAPE");
    }

    @Test
    void whatOnlyXmlCanSayIsRefusedToo() {
        var xml = BatchTwin.of(Trainees.batch("trainees", Trainees.graduate(1)));

        assertThat(readXml(xml.replace("<record>", "<record kind=\"1\">"))).containsExactly("S-MEMBER");
        assertThat(readXml(xml.replace("<name>", "<name lang=\"zh\">"))).containsExactly("S-MEMBER");
        assertThat(readXml(xml.replace("<record>", "<record>other words"))).containsExactly("S-MEMBER");
        assertThat(readXml(xml.replace("<records>", "<records>other words"))).containsExactly("S-MEMBER");
        assertThat(readXml(xml.replace("<sex>2</sex>", "<sex>2</sex><sex>2</sex>")))
                .containsExactly("F-SEVERAL");
        assertThat(readXml(xml.replace(":canonical:1", ":canonical:9"))).contains("S-REQUIRED", "S-ROW");
    }

    @Test
    void bothFormsGiveTheSameRecords() {
        var batch = Trainees.batch("trainees", Trainees.graduate(1), Trainees.graduate(2));

        var json = read(batch.toString(), MediaType.JSON);
        var xml = read(BatchTwin.of(batch), MediaType.XML);

        assertThat(json.records).hasSize(2).isEqualTo(xml.records);
        assertThat(json.records.getFirst()).isEqualTo(Trainees.graduate(1).toString());
        assertThat(json.heading.sender()).contains(new Sender("530100"));
        assertThat(json.heading).isEqualTo(xml.heading);
    }

    @Test
    void aFindingNamesRecordAndFieldAndShowsNothingOfThePerson() {
        var number = Trainees.idNumber("2001-03-15", 4);
        var wrong = number.substring(0, 17) + (number.endsWith("7") ? "8" : "7");
        var batch = Trainees.batch(
                "trainees", Trainees.graduate(1), Trainees.graduate(2).put("idNumber", wrong));

        for (var read : List.of(read(batch.toString(), MediaType.JSON), read(BatchTwin.of(batch), MediaType.XML))) {
            assertThat(read.findings).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("F-CITIZEN-ID");
                assertThat(finding.at().toString()).containsAnyOf("/records/1/idNumber", "record[2]/idNumber");
                assertThat(finding.toString()).doesNotContain(wrong.substring(6), "测试");
            });
        }
    }

    @Test
    void anotherMonthThanTheOneNamedBesideTheBatchIsRefused() {
        var batch = Trainees.batch("trainees", Trainees.graduate(1)).put("period", "2023-05");

        assertThat(findings(batch, MediaType.JSON)).hasSize(1).allMatch(rule -> rule.startsWith("P-"));
    }

    @Test
    void anotherSenderThanTheOneThatDeliversIsRefused() {
        var findings = new ArrayList<String>();
        new RecordMapper()
                .canonical(
                        CanonicalBatch.of("trainees", MediaType.JSON, DICTIONARY)
                                .orElseThrow(),
                        new Content.InMemory(Trainees.batch("trainees", Trainees.graduate(1))
                                .toString()
                                .getBytes(UTF_8)),
                        Home.context(MediaType.JSON, "2023-06", "530400"),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord content) {}

                            @Override
                            public void finding(Finding finding) {
                                findings.add(finding.rule());
                            }
                        });

        assertThat(findings).containsExactly("F-SENDER");
    }

    private static LinkedHashMap<String, Consumer<ObjectNode>> heading() {
        var damages = new LinkedHashMap<String, Consumer<ObjectNode>>();
        damages.put("nothing", batch -> {});
        for (var name : List.of("sender", "period", "records")) {
            damages.put("without " + name, batch -> batch.remove(name));
        }
        damages.put("no record", batch -> batch.putArray("records"));
        damages.put("unknown member above", batch -> batch.put("note", "1"));
        damages.put("sender of five", batch -> batch.put("sender", "53010"));
        damages.put("month 13", batch -> batch.put("period", "2023-13"));
        damages.put("another dataset", batch -> batch.put("dataset", "units"));
        return damages;
    }

    private static Consumer<ObjectNode> record(Consumer<ObjectNode> change) {
        return batch -> change.accept((ObjectNode) ((ArrayNode) batch.path("records")).get(0));
    }

    private static void judgedAlike(String dataset, ObjectNode batch, Map.Entry<String, Consumer<ObjectNode>> damage)
            throws UnreadableDocument {
        var definition = DICTIONARY.datasets().find(dataset).orElseThrow();
        damage.getValue().accept(batch);
        var xml = BatchTwin.of(batch);
        var accepted = JsonSchema.of(RecordJsonSchema.of(definition), Map.of())
                .validate(batch)
                .isEmpty();

        assertThat(XmlSchema.parse("test.xsd", RecordXsd.of(definition))
                        .validate(xml.getBytes(UTF_8))
                        .isEmpty())
                .as("XSD, %s", damage.getKey())
                .isEqualTo(accepted);
        assertThat(read(dataset, batch.toString(), MediaType.JSON).accepts())
                .as("JSON reader, %s", damage.getKey())
                .isEqualTo(accepted);
        assertThat(read(dataset, xml, MediaType.XML).accepts())
                .as("XML reader, %s", damage.getKey())
                .isEqualTo(accepted);
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        var batch = Trainees.batch("trainees", Trainees.graduate(1));
        change.accept(batch);
        return batch;
    }

    /** A woman's number that ends with X. */
    private static String withX() {
        for (var order = 2; order < 1_000; order += 2) {
            var number = Trainees.idNumber("2001-03-15", order);
            if (number.endsWith("X")) {
                return number;
            }
        }
        throw new IllegalStateException("one in eleven ends so");
    }

    private static List<String> findings(JsonNode batch, MediaType type) {
        return read(batch.toString(), type).findings.stream().map(Finding::rule).toList();
    }

    private static List<String> readXml(String xml) {
        return read(xml, MediaType.XML).findings.stream().map(Finding::rule).toList();
    }

    private static Read read(String content, MediaType type) {
        return read("trainees", content, type);
    }

    private static Read read(String dataset, String content, MediaType type) {
        var read = new Read();
        read.heading = new RecordMapper()
                .canonical(
                        CanonicalBatch.of(dataset, type, DICTIONARY).orElseThrow(),
                        new Content.InMemory(content.getBytes(UTF_8)),
                        new MappingContext(type, Optional.of(Period.of("2023-06")), Optional.empty(), Home.UNITS),
                        read);
        return read;
    }

    private static final class Read implements RecordSink {

        private final List<String> records = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private CanonicalHeading heading = CanonicalHeading.unread();

        boolean accepts() {
            return !Finding.anyError(findings);
        }

        @Override
        public void record(CanonicalRecord content) {
            records.add(RecordJson.tree(content).toString());
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
