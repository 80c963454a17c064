package org.jianxi.gateway.documents;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An XSD 1.0 of ours. Imports nothing, fetches nothing; reports every violation with its element and line. */
public final class XmlSchema {

    private final Schema schema;

    private XmlSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads the files as one schema; {@link FileProblem} when they are none. */
    public static XmlSchema read(Path... files) {
        var sources = new ArrayList<StreamSource>();
        for (var file : files) {
            sources.add(new StreamSource(file.toFile()));
        }
        return of(List.of(files).toString(), sources);
    }

    /** A schema whose text is at hand; {@code name} is what messages call it. */
    public static XmlSchema parse(String name, String text) {
        return of(name, List.of(new StreamSource(new StringReader(text), name)));
    }

    private static XmlSchema of(String names, List<StreamSource> sources) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new XmlSchema(factory.newSchema(sources.toArray(StreamSource[]::new)));
        } catch (SAXParseException wrong) {
            throw new FileProblem(
                    String.valueOf(wrong.getSystemId()), wrong.getLineNumber(), String.valueOf(wrong.getMessage()));
        } catch (SAXException wrong) {
            throw new FileProblem(names, 0, String.valueOf(wrong.getMessage()));
        }
    }

    /** Every violation in document order; {@link UnreadableDocument} when the bytes are not XML at all. */
    public List<Violation> validate(byte[] content) throws UnreadableDocument {
        var english = violations(content, Locale.ROOT);
        if (english.isEmpty()) {
            return List.of();
        }
        var chinese = violations(content, Locale.SIMPLIFIED_CHINESE);
        var paired = new ArrayList<Violation>();
        for (var i = 0; i < english.size(); i++) {
            var one = english.get(i);
            paired.add(new Violation(
                    one.at(),
                    one.key(),
                    new Bilingual(chinese.get(i).message().en(), one.message().en())));
        }
        return paired;
    }

    private List<Violation> violations(byte[] content, Locale language) throws UnreadableDocument {
        var handler = schema.newValidatorHandler();
        try {
            handler.setProperty("http://apache.org/xml/properties/locale", language);
        } catch (SAXException ours) {
            throw new IllegalStateException("The JDK's validator has no locale", ours);
        }
        var watched = new WatchedValidation(handler);
        SafeXml.read(content, watched);
        return watched.violations();
    }

    /**
     * One thing that does not fit.
     *
     * @param at the element's XPath and line
     * @param key the constraint of XML Schema that was broken, such as {@code cvc-enumeration-valid}
     */
    public record Violation(Place at, String key, Bilingual message) {}
}
