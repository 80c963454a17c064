package org.jianxi.gateway.mapping.table;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.A1;

/** Reads what a sheet says of itself beside its rows. */
final class SheetLayout {

    private SheetLayout() {}

    /** The merged ranges in the order of the document; a range that cannot be read damages the sheet. */
    static List<A1.Range> merged(XmlStream rowless, SheetBudget budget) throws XMLStreamException, UnreadableDocument {
        var merged = new ArrayList<A1.Range>();
        while (rowless.hasNext()) {
            if (rowless.next() != XMLStreamConstants.START_ELEMENT
                    || !rowless.getLocalName().equals("mergeCell")) {
                continue;
            }
            var reference = rowless.attribute("ref");
            if (reference == null || !reference.contains(":")) {
                continue;
            }
            if (merged.size() >= budget.ranges()) {
                throw budget.tooManyRanges();
            }
            merged.add(A1.parseRange(reference.strip()).orElseThrow(() -> new XMLStreamException("no such range")));
        }
        return merged;
    }
}
