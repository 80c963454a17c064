package org.jianxi.gateway.forms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jianxi.gateway.canonical.MonthlyReturn;

/** Writes the canonical XML of a return: the same return, the same bytes, on every machine. */
public final class CanonicalXml {

    private static final String NAMESPACE = CanonicalWords.NAMESPACE;

    private final XMLStreamWriter xml;

    private CanonicalXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] write(MonthlyReturn content, ReturnForm form) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new CanonicalXml(writer).write(content, form, CanonicalWords.ROOT);
            writer.close();
        } catch (XMLStreamException cannotHappenInMemory) {
            throw new IllegalStateException("XML could not be written", cannotHappenInMemory);
        }
        return bytes.toByteArray();
    }

    private void write(MonthlyReturn content, ReturnForm form, String root) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, root);
        xml.writeDefaultNamespace(NAMESPACE);
        element("\n  ", "form", content.form());
        element("\n  ", "period", content.period().toString());
        element("\n  ", "sender", content.sender().code());
        element("\n  ", "revision", Integer.toString(content.revision()));
        if (content.derivedFrom().isPresent()) {
            element("\n  ", "derivedFrom", content.derivedFrom().get().name());
        }
        if (content.commitment().isPresent()) {
            element("\n  ", "commitment", content.commitment().get().hex());
        }
        open("\n  ", "indicators");
        for (var figure : content.figures().amounts().entrySet()) {
            var unit = form.indicator(figure.getKey()).unit();
            element("\n    ", "i" + figure.getKey(), unit.printExact(figure.getValue()));
        }
        close("\n  ");
        if (!content.explanations().isEmpty()) {
            open("\n  ", "explanations");
            for (var explanation : content.explanations()) {
                open("\n    ", "explanation");
                xml.writeAttribute("rule", explanation.rule());
                text(explanation.text());
                close("");
            }
            close("\n  ");
        }
        close("\n");
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void element(String before, String name, String content) throws XMLStreamException {
        open(before, name);
        text(content);
        close("");
    }

    private void open(String before, String name) throws XMLStreamException {
        xml.writeCharacters(before);
        xml.writeStartElement(NAMESPACE, name);
    }

    private void close(String before) throws XMLStreamException {
        xml.writeCharacters(before);
        xml.writeEndElement();
    }

    /** A bare carriage return would come back as a line feed (XML 1.0, 2.11), so it is written as a reference. */
    private void text(String text) throws XMLStreamException {
        var pieces = text.split("\r", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                xml.writeEntityRef("#13");
            }
            xml.writeCharacters(pieces[i]);
        }
    }
}
