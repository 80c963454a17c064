package org.jianxi.gateway.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.JsonSchema;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Contract §3: JSON Schema and XSD accept and refuse the same documents; so do the records, and so does the reader. */
class SameDocumentsPropertyTest {

    private static final Set<String> MEMBERS =
            Set.of("form", "period", "sender", "revision", "derivedFrom", "commitment", "indicators", "explanations");

    private final JsonSchema jsonSchema = JsonSchema.of(CanonicalJsonSchema.of(Returns.FORM), Map.of());
    private final JsonSchema anyForm = JsonSchema.of(CanonicalJsonSchema.ofAny(Returns.FORMS.all()), Map.of());
    private final XmlSchema xmlSchema = XmlSchema.parse("test.xsd", CanonicalXsd.of(List.of(Returns.FORM)));
    private final CanonicalDocuments documents = new CanonicalDocuments(Returns.FORMS);

    @Example
    void everySingleChangeIsJudgedAlikeByAll() throws UnreadableDocument {
        for (var damage : Damage.all()) {
            judgedAlike(List.of(damage));
        }
    }

    @Property(tries = 150)
    void documentsChangedInSeveralPlacesAreJudgedAlikeByAll(@ForAll("damages") List<Damage> damages)
            throws UnreadableDocument {
        judgedAlike(damages);
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        return Arbitraries.of(Damage.all()).list().ofMaxSize(3);
    }

    private void judgedAlike(List<Damage> damages) throws UnreadableDocument {
        var tree = CanonicalJson.tree(Returns.june(), Returns.FORM);
        damages.forEach(damage -> damage.change().accept(tree));
        var accepted = jsonSchema.validate(tree).isEmpty();

        assertThat(recordsTake(tree)).as("records, %s", damages).isEqualTo(accepted);
        assertThat(readerTakes(CanonicalJson.write(tree), MediaType.JSON))
                .as("reader, %s", damages)
                .isEqualTo(accepted);
        assertThat(anyForm.validate(tree).isEmpty())
                .as("combined schema, %s", damages)
                .isEqualTo(accepted);
        if (damages.stream().allMatch(Damage::inXmlToo)) {
            var xml = new XmlTwin().of(tree).getBytes(UTF_8);
            assertThat(xmlSchema.validate(xml).isEmpty()).as("XSD, %s", damages).isEqualTo(accepted);
            assertThat(readerTakes(xml, MediaType.XML))
                    .as("XML reader, %s", damages)
                    .isEqualTo(accepted);
        }
    }

    private boolean readerTakes(byte[] content, MediaType type) {
        return documents.read(content, type).complete().isPresent();
    }

    /** Whether the records can say everything the document says. */
    private static boolean recordsTake(ObjectNode tree) {
        var form = Returns.FORM;
        var reading = new CanonicalDraft(form, CanonicalTree.ofJson(tree));
        var draft = reading.read();
        var numbers = form.numbers().stream().map(String::valueOf).toList();
        var said = tree.path("explanations");
        return MEMBERS.containsAll(tree.propertyNames())
                && numbers.containsAll(tree.path("indicators").propertyNames())
                && draft.form().isPresent()
                && draft.period().isPresent()
                && draft.sender().isPresent()
                && draft.figures().covers(form.numbers())
                && reading.revision().isPresent()
                && draft.derivedFrom().isPresent() == tree.has("derivedFrom")
                && draft.commitment().isPresent() == tree.has("commitment")
                && (said.isMissingNode() || said.isArray())
                && draft.explanations().size() == said.size()
                && said.size() <= CanonicalWords.MOST_EXPLANATIONS
                && said.valueStream().allMatch(SameDocumentsPropertyTest::isExplanation);
    }

    private static boolean isExplanation(JsonNode item) {
        return Set.of("rule", "text").containsAll(item.propertyNames());
    }
}
