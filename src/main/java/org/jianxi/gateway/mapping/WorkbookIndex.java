package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The names of a workbook's sheets, in order, from {@code xl/workbook.xml}. */
final class WorkbookIndex extends DefaultHandler {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Sheet> sheets = new ArrayList<>();

    /** @param part the relationship that leads to the sheet's part */
    record Sheet(String name, boolean hidden, String part) {}

    List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        if (local.equals("sheet")) {
            var name = attributes.getValue("", "name");
            var state = attributes.getValue("", "state");
            var part = attributes.getValue(RELATIONSHIPS, "id");
            sheets.add(new Sheet(
                    name == null ? "" : name, state != null && !state.equals("visible"), part == null ? "" : part));
        }
    }
}
