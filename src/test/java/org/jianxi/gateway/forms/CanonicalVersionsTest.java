package org.jianxi.gateway.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.JsonSchema;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Version 2 of the canonical form, which calls the period month, beside version 1. */
class CanonicalVersionsTest {

    private static final ReturnForms FORMS =
            ReturnForms.load(Path.of("src/test/resources/versions"), bytes -> Returns.FORM.digest());
    private static final CanonicalVersion SECOND = FORMS.versions().all().get(1);

    private final CanonicalDocuments documents = new CanonicalDocuments(FORMS);

    @Test
    void aReturnOfTheNewVersionIsTheSameReturnInJsonAndXml() {
        var tree = second(first());

        assertThat(tree.has("month")).isTrue();
        assertThat(json(tree).complete()).contains(Returns.june());
        assertThat(json(tree).mapped().findings()).isEmpty();
        assertThat(xml(tree).complete()).contains(Returns.june());
        assertThat(xml(tree).mapped().findings()).isEmpty();
    }

    @Test
    void theOlderOneIsStillReadWithAWarningThatNamesTheDay() {
        for (var reading : List.of(
                json(first()), documents.read(CanonicalXml.write(Returns.june(), Returns.FORM), MediaType.XML))) {
            assertThat(reading.complete()).contains(Returns.june());
            var warning = reading.mapped().findings().getFirst();
            assertThat(warning.rule()).isEqualTo("S-VERSION-OLD");
            assertThat(warning.severity()).isEqualTo(Severity.WARNING);
            assertThat(warning.message().en()).contains("2023-09-30", "period is called month");
            assertThat(warning.lock())
                    .isEqualTo(Lock.of(
                            Lock.Kind.VERSION, Map.of("version", "1", "newer", "2", "acceptedUntil", "2023-09-30")));
        }
    }

    @Test
    void anUnknownVersionIsRefusedByNameInJsonToo() {
        assertThat(json(second(first()).put("version", 7)).mapped().findings())
                .singleElement()
                .satisfies(one -> assertThat(one.rule() + one.message().en() + one.at())
                        .contains("S-VERSION", "7", "1, 2", "/version"));
        var only = new CanonicalDocuments(Returns.FORMS).read(CanonicalJson.write(second(first())), MediaType.JSON);
        assertThat(rules(only)).containsExactly("S-VERSION");
        assertThat(rules(documents.read(CanonicalJson.write(first().put("version", 0)), MediaType.JSON)))
                .containsExactly("S-VERSION");
    }

    @Test
    void versionOneKnowsNoMemberVersionAndRefusesItAsAnyOther() {
        for (var said : List.of(JsonNodeFactory.instance.numberNode(1), JsonNodeFactory.instance.stringNode("2"))) {
            var tree = first();
            tree.set("version", said);

            assertThat(rules(new CanonicalDocuments(Returns.FORMS).read(CanonicalJson.write(tree), MediaType.JSON)))
                    .containsExactly("S-MEMBER");
        }
    }

    @Test
    void whatIsWrongIsSaidInTheNamesOfTheVersion() {
        var wrong = second(first()).put("month", "June");
        assertThat(json(wrong).mapped().findings())
                .singleElement()
                .satisfies(one -> assertThat(one.rule() + one.at()).contains("F-PERIOD", "/month"));

        var missing = second(first());
        missing.remove("month");
        assertThat(json(missing).mapped().findings().getFirst().message().en()).contains("month");

        var both = second(first()).put("period", "2023-06");
        for (var reading : List.of(json(both), xml(both))) {
            assertThat(rules(reading)).containsExactly("S-MEMBER");
            assertThat(reading.mapped().findings().getFirst().message().en()).startsWith("period is not part");
        }
    }

    @Test
    void schemasAndReaderTakeAndRefuseTheSameDocumentsOfVersionTwo() throws UnreadableDocument {
        var jsonSchema = JsonSchema.of(CanonicalJsonSchema.of(Returns.FORM, SECOND), Map.of());
        var xmlSchema = XmlSchema.parse("two.xsd", CanonicalXsd.of(List.of(Returns.FORM), SECOND));
        var taken = 0;
        for (var damage : Damage.all()) {
            var damaged = first();
            damage.change().accept(damaged);
            var tree = second(damaged);
            var accepted = jsonSchema.validate(tree).isEmpty();
            taken += accepted ? 1 : 0;

            assertThat(json(tree).complete().isPresent())
                    .as("reader, %s", damage)
                    .isEqualTo(accepted);
            if (damage.inXmlToo()) {
                assertThat(xmlSchema.validate(twin(tree)).isEmpty())
                        .as("XSD, %s", damage)
                        .isEqualTo(accepted);
                assertThat(xml(tree).complete().isPresent())
                        .as("XML, %s", damage)
                        .isEqualTo(accepted);
            }
        }
        assertThat(taken).isBetween(1, Damage.all().size() - 1);
    }

    @Test
    void aListOfVersionsThatDoesNotHoldTogetherIsRefusedWithItsLine() {
        refused("versions: []", "must begin with version 1");
        refused("versions: [{version: 2}]", "must count from 1");
        refused("versions: [{version: 1, names: {period: month}}]", "must begin with version 1");
        refused("versions: [{version: 1}, {version: 2, names: {form: blank}}]", "a name of its own");
        refused("versions: [{version: 1}, {version: 2, names: {period: sender}}]", "a name of its own");
        refused(
                "versions: [{version: 1, superseded: {by: '2', acceptedUntil: '2027-06-30', changes: {zh: 一, en: a}}}]",
                "must be one of the versions");
    }

    private static void refused(String yaml, String why) {
        assertThatThrownBy(() -> CanonicalVersions.read("versions.yaml", yaml))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("versions.yaml")
                .hasMessageContaining(why);
    }

    private static ObjectNode first() {
        return CanonicalJson.tree(Returns.june(), Returns.FORM);
    }

    /** The same in version 2, written by hand and not by the code that reads it. */
    private static ObjectNode second(ObjectNode first) {
        var second = JsonNodeFactory.instance.objectNode().put("version", 2);
        first.properties()
                .forEach(member ->
                        second.set(member.getKey().equals("period") ? "month" : member.getKey(), member.getValue()));
        return second;
    }

    private static byte[] twin(ObjectNode second) {
        var bare = second.deepCopy();
        bare.remove("version");
        return new XmlTwin().of(bare).replace("canonical:1", "canonical:2").getBytes(UTF_8);
    }

    private CanonicalReading json(ObjectNode tree) {
        return documents.read(CanonicalJson.write(tree), MediaType.JSON);
    }

    private CanonicalReading xml(ObjectNode tree) {
        return documents.read(twin(tree), MediaType.XML);
    }

    private static List<String> rules(CanonicalReading reading) {
        return reading.mapped().findings().stream()
                .filter(Finding::isError)
                .map(Finding::rule)
                .toList();
    }
}
