package org.jianxi.gateway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * A sender's XML, or one clear reason why not: UTF-8 unless its reader says otherwise, no DOCTYPE, nothing external, 64 levels, 200 attributes, 200 000 nodes.
 *
 * <p>The JDK's own parser is named, so a jar that brings another cannot loosen the limits (CVE-2026-88789).
 */
public final class SafeXml {

    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]*\\?>");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*[\"']1\\.0[\"']");
    private static final String LOCALE = "http://apache.org/xml/properties/locale";
    private static final String LINE = "line";

    private SafeXml() {}

    /** The document as a namespace-aware tree whose elements know their line. */
    public static Document parse(byte[] content) throws UnreadableDocument {
        var tree = new XmlTree();
        read(content, tree);
        return tree.document();
    }

    /** The same of a document in an encoding that {@link XmlEncoding} has found: what it declares is not asked again. */
    public static Document parse(byte[] content, Charset encoding) throws UnreadableDocument {
        var tree = new XmlTree();
        read(text(content, encoding), tree);
        return tree.document();
    }

    /** The line, from 1, on which an element of ours was opened; 0 when it is not known. */
    public static int lineOf(Node element) {
        return element.getUserData(LINE) instanceof Integer line ? line : 0;
    }

    static void setLine(Node element, int line) {
        element.setUserData(LINE, line, null);
    }

    /** Streams the document through {@code handler}. Well-formedness errors end it. */
    static void read(byte[] content, ContentHandler handler) throws UnreadableDocument {
        read(text(content, XmlEncoding.utf8(content)), handler);
    }

    private static void read(String text, ContentHandler handler) throws UnreadableDocument {
        try {
            parse(text, handler, Locale.ROOT);
        } catch (SAXParseException malformed) {
            throw refused(malformed, inChinese(text, malformed));
        } catch (SAXException limit) {
            throw limit.getCause() instanceof UnreadableDocument ours
                    ? ours
                    : refused(new SAXParseException(limit.getMessage(), null), String.valueOf(limit.getMessage()));
        }
    }

    private static String text(byte[] content, Charset encoding) throws UnreadableDocument {
        var text = StrictText.decode(content, encoding);
        var bare = StrictText.withoutMark(text);
        var declaration = DECLARATION.matcher(bare);
        if (declaration.find()) {
            inspect(declaration.group());
        }
        return bare;
    }

    private static void inspect(String declaration) throws UnreadableDocument {
        if (!VERSION.matcher(declaration).find()) {
            throw new UnreadableDocument(
                    DocumentRule.XML, Place.line(1, null), new Bilingual("只接受XML 1.0", "Only XML 1.0 is taken"));
        }
    }

    /**
     * Streams one part of a package, in the encoding it declares, through {@code handler} under the same restrictions.
     *
     * @throws IOException from {@code part} itself, such as a budget that ran out
     */
    public static void stream(InputStream part, ContentHandler handler) throws SAXException, IOException {
        parse(new InputSource(part), handler, Locale.ROOT);
    }

    private static void parse(String text, ContentHandler handler, Locale language) throws SAXException {
        try {
            parse(new InputSource(new StringReader(text)), handler, language);
        } catch (IOException ours) {
            throw new IllegalStateException("Text in memory cannot be read", ours);
        }
    }

    private static void parse(InputSource input, ContentHandler handler, Locale language)
            throws SAXException, IOException {
        try {
            var reader = reader();
            reader.setProperty(LOCALE, language);
            reader.setContentHandler(handler);
            reader.setErrorHandler(new FirstError());
            reader.parse(input);
        } catch (ParserConfigurationException ours) {
            throw new IllegalStateException("The JDK's XML parser cannot be set up", ours);
        }
    }

    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        var factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setXIncludeAware(false);
        var reader = factory.newSAXParser().getXMLReader();
        reader.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        reader.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        reader.setProperty("jdk.xml.entityExpansionLimit", "1");
        reader.setProperty("jdk.xml.elementAttributeLimit", "200");
        reader.setProperty("jdk.xml.maxElementDepth", "64");
        reader.setEntityResolver((publicId, systemId) -> {
            throw new SAXException("external references are not followed");
        });
        return reader;
    }

    /** The same complaint from the same parser in Chinese. */
    private static String inChinese(String text, SAXParseException english) {
        try {
            parse(text, new org.xml.sax.helpers.DefaultHandler(), Locale.SIMPLIFIED_CHINESE);
        } catch (SAXException chinese) {
            return String.valueOf(chinese.getMessage());
        }
        return String.valueOf(english.getMessage());
    }

    private static UnreadableDocument refused(SAXParseException malformed, String chinese) {
        var line = Math.max(malformed.getLineNumber(), 1);
        var column = malformed.getColumnNumber();
        return new UnreadableDocument(
                DocumentRule.XML,
                Place.line(line, column > 0 ? Integer.toString(column) : null),
                new Bilingual(
                        "第%d行第%d列不是合法的XML：%s".formatted(line, column, chinese),
                        "Line %d, column %d is not valid XML: %s".formatted(line, column, malformed.getMessage())));
    }
}
