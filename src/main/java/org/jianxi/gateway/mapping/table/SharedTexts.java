package org.jianxi.gateway.mapping.table;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;

/** The texts that cells of a workbook share, without their phonetic readings, end to end: a million short ones take little. */
final class SharedTexts {

    static final SharedTexts NONE = new SharedTexts();

    private final StringBuilder all = new StringBuilder();
    private int[] ends = new int[1024];
    private int count;

    private SharedTexts() {}

    static SharedTexts read(XmlStream part, SheetBudget budget) throws XMLStreamException, UnreadableDocument {
        var texts = new SharedTexts();
        var inText = false;
        var phonetic = 0;
        while (part.hasNext()) {
            switch (part.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    phonetic += part.getLocalName().equals("rPh") ? 1 : 0;
                    inText = phonetic == 0 && part.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    switch (part.getLocalName()) {
                        case "si" -> texts.keep(budget);
                        case "rPh" -> phonetic--;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        texts.append(part, budget);
                    }
                }
                default -> {}
            }
        }
        return texts;
    }

    private void append(XmlStream part, SheetBudget budget) throws UnreadableDocument {
        if (all.length() + part.getTextLength() > budget.sharedCharacters()) {
            throw budget.exceeded();
        }
        all.append(part.getTextCharacters(), part.getTextStart(), part.getTextLength());
    }

    private void keep(SheetBudget budget) throws UnreadableDocument {
        if (count >= budget.sharedTexts()) {
            throw budget.exceeded();
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = all.length();
    }

    boolean has(int index) {
        return index >= 0 && index < count;
    }

    int lengthOf(int index) {
        return ends[index] - start(index);
    }

    String at(int index) {
        return all.substring(start(index), ends[index]);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
