package org.jianxi.gateway.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Hands parser events to the JDK's validator and notes, for each complaint, in which element it was made. */
final class WatchedValidation extends DefaultHandler implements ErrorHandler {

    private final ValidatorHandler validator;
    private final List<XmlSchema.Violation> violations = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Map<String, Integer>> siblings = new ArrayDeque<>();

    WatchedValidation(ValidatorHandler validator) {
        this.validator = validator;
        validator.setErrorHandler(this);
        siblings.push(new HashMap<>());
    }

    List<XmlSchema.Violation> violations() {
        return violations;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        validator.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        validator.endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        validator.endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        var nth = siblings.getFirst().merge(qualified, 1, Integer::sum);
        path.addLast(nth == 1 ? qualified : qualified + "[" + nth + "]");
        siblings.push(new HashMap<>());
        validator.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        validator.endElement(uri, local, qualified);
        path.removeLast();
        siblings.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        validator.characters(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        validator.ignorableWhitespace(text, start, length);
    }

    @Override
    public void warning(SAXParseException harmless) {}

    @Override
    public void error(SAXParseException violation) {
        var said = String.valueOf(violation.getMessage());
        var key = said.split(":", 2)[0];
        var at = Place.xpath("/" + String.join("/", path)).onLine(Math.max(violation.getLineNumber(), 1));
        violations.add(new XmlSchema.Violation(at, key, new Bilingual(said, said)));
    }

    @Override
    public void fatalError(SAXParseException violation) {
        error(violation);
    }
}
