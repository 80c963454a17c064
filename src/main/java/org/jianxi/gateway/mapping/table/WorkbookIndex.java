package org.jianxi.gateway.mapping.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.DateSystem;

/**
 * What {@code xl/workbook.xml} says of a workbook.
 *
 * @param sheets in order
 */
public record WorkbookIndex(List<Sheet> sheets, DateSystem dates) {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int MOST_SHEETS = 1_000;

    public WorkbookIndex {
        sheets = List.copyOf(sheets);
    }

    /** @param part the relationship that leads to the sheet's part */
    public record Sheet(String name, boolean hidden, String part) {}

    static WorkbookIndex read(XmlStream part) throws XMLStreamException {
        var sheets = new ArrayList<Sheet>();
        var dates = DateSystem.FROM_1900;
        while (part.hasNext()) {
            if (part.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (part.getLocalName().equals("sheet")) {
                if (sheets.size() >= MOST_SHEETS) {
                    throw new XMLStreamException("too many sheets");
                }
                sheets.add(sheet(part));
            } else if (part.getLocalName().equals("workbookPr") && isTrue(attribute(part, "", "date1904"))) {
                dates = DateSystem.FROM_1904;
            }
        }
        return new WorkbookIndex(sheets, dates);
    }

    private static Sheet sheet(XmlStream part) {
        var state = attribute(part, "", "state");
        return new Sheet(
                attribute(part, "", "name"),
                !state.isEmpty() && !state.equals("visible"),
                attribute(part, RELATIONSHIPS, "id"));
    }

    private static boolean isTrue(String written) {
        return written.equals("1") || written.equals("true");
    }

    private static String attribute(XmlStream part, String namespace, String name) {
        return Objects.requireNonNullElse(part.getAttributeValue(namespace, name), "");
    }
}
