package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.DocumentRule;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells of a workbook share, without their phonetic readings; 4 million characters at most. */
final class SharedTexts extends DefaultHandler {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_TEXTS = 200_000;

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean inText;
    private int phonetic;
    private long characters;

    Optional<String> find(int index) {
        return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "si" -> current.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> inText = false;
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        switch (local) {
            case "si" -> keep();
            case "rPh" -> phonetic--;
            default -> inText = false;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inText) {
            characters += length;
            refuseIf(characters > MOST_CHARACTERS);
            current.append(text, start, length);
        }
    }

    private void keep() throws SAXException {
        refuseIf(texts.size() >= MOST_TEXTS);
        texts.add(current.toString());
    }

    private static void refuseIf(boolean tooMuch) throws SAXException {
        if (tooMuch) {
            throw new SAXException(new UnusableWorkbook(
                    DocumentRule.LIMIT, new Bilingual("工作簿的文字过多", "The workbook holds too much text")));
        }
    }
}
