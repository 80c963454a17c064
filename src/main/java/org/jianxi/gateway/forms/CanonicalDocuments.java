package org.jianxi.gateway.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.JsonSchema;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;

/**
 * Reads canonical returns, JSON or XML, of every edition known, and says everything that is wrong with them at once.
 *
 * <p>Both are judged by the JSON Schema of their edition; XML must then pass the XSD as well, so the two cannot drift apart
 * unseen. Safe for many threads.
 */
public final class CanonicalDocuments {

    private final ReturnForms forms;
    private final List<String> known;
    private final Map<String, JsonSchema> jsonSchemas = new ConcurrentHashMap<>();
    private final Map<String, XmlSchema> xmlSchemas = new ConcurrentHashMap<>();

    public CanonicalDocuments(ReturnForms forms) {
        this.forms = forms;
        this.known = forms.all().stream().map(ReturnForm::id).toList();
    }

    /** Reads by the declared type. CSV and workbooks have no canonical form: they need a mapping. */
    public CanonicalReading read(byte[] content, MediaType type) {
        try {
            return switch (type) {
                case JSON -> json(content);
                case XML -> xml(content);
                case CSV, XLSX ->
                    throw new UnreadableDocument(
                            DocumentRule.TYPE,
                            Place.WHOLE,
                            new Bilingual(
                                    "规范报文只有JSON和XML两种；%s文件需要映射".formatted(type.extension()),
                                    "A canonical return is JSON or XML; a %s file needs a mapping"
                                            .formatted(type.extension())));
            };
        } catch (UnreadableDocument unreadable) {
            return new CanonicalReading(new Mapped.Unreadable(List.of(unreadable.toFinding())), 1);
        }
    }

    private CanonicalReading json(byte[] content) throws UnreadableDocument {
        var written = StrictJson.parse(content);
        var version = forms.versions().ofJson(written);
        if (version.isEmpty()) {
            var said = written.path(CanonicalVersion.MEMBER).asString();
            return unknown(said, Place.pointer("/" + CanonicalVersion.MEMBER));
        }
        var document = CanonicalTree.ofJson(written, version.get());
        var form = form(document.tree().path("form").asString(""));
        return reading(form, document, complaints(form, document));
    }

    private CanonicalReading xml(byte[] content) throws UnreadableDocument {
        var parsed = SafeXml.parse(content);
        var root = parsed.getDocumentElement();
        var namespace = String.valueOf(root.getNamespaceURI());
        var version = forms.versions().ofNamespace(namespace);
        if (version.isEmpty()) {
            return unknown(namespace, Place.xpath("/" + root.getNodeName()));
        }
        var form = form(CanonicalXmlTree.formOf(parsed));
        var document = new CanonicalXmlTree(form, version.get()).read(parsed);
        var findings = new ArrayList<>(document.findings());
        if (document.tree().isObject()) {
            findings.addAll(complaints(form, document));
        }
        if (findings.isEmpty()) {
            for (var violation : xmlSchema(form, document.version()).validate(content)) {
                var rule = CanonicalRule.SHAPE;
                findings.add(Finding.error(rule, violation.at(), violation.message()));
            }
        }
        return reading(form, document, findings);
    }

    private CanonicalReading unknown(String version, Place at) {
        return new CanonicalReading(
                new Mapped.Unreadable(List.of(forms.versions().unknown(version, at))), 1);
    }

    private List<Finding> complaints(ReturnForm form, CanonicalTree document) {
        return new CanonicalComplaints(form, known, document)
                .findings(jsonSchema(form).validate(document.tree()));
    }

    private static CanonicalReading reading(ReturnForm form, CanonicalTree document, List<Finding> findings) {
        if (!document.tree().isObject()) {
            return new CanonicalReading(new Mapped.Unreadable(findings), 1);
        }
        var draft = new CanonicalDraft(form, document);
        var said = Stream.concat(findings.stream(), document.version().age().stream())
                .toList();
        return new CanonicalReading(
                new Mapped.Read(draft.read(), said), draft.revision().orElse(1));
    }

    /** An unknown form is a finding; the rest of the document is judged by the newest edition all the same. */
    private ReturnForm form(String id) {
        return forms.find(id).orElseGet(() -> forms.all().getFirst());
    }

    /** Made when first needed: the command line reads one file and should not wait for the other kind. */
    private JsonSchema jsonSchema(ReturnForm form) {
        return jsonSchemas.computeIfAbsent(form.id(), id -> JsonSchema.of(CanonicalJsonSchema.of(form), Map.of()));
    }

    private XmlSchema xmlSchema(ReturnForm form, CanonicalVersion version) {
        return xmlSchemas.computeIfAbsent(
                form.id() + "/" + version.number(),
                id -> XmlSchema.parse(form.id() + ".xsd", CanonicalXsd.of(List.of(form), version)));
    }
}
