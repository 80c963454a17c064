package org.jianxi.gateway.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jianxi.gateway.filing.report.ReportDocx;
import org.jianxi.gateway.filing.report.YearReport;

/** The report's document, opened again and read as a person reads it. */
record ReportRead(XWPFDocument document) {

    static ReportRead of(YearReport report) throws IOException {
        return new ReportRead(new XWPFDocument(new ByteArrayInputStream(new ReportDocx(report).write())));
    }

    List<String> texts() {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    /** The rows of the table whose caption ends so, the head first. */
    List<List<String>> table(String caption) {
        var elements = document.getBodyElements();
        for (var at = 0; at < elements.size(); at++) {
            if (elements.get(at) instanceof XWPFParagraph text && text.getText().endsWith("　" + caption)) {
                return ((XWPFTable) elements.get(at + 1))
                        .getRows().stream()
                                .map(row -> row.getTableCells().stream()
                                        .map(XWPFTableCell::getText)
                                        .toList())
                                .toList();
            }
        }
        throw new AssertionError("No table " + caption);
    }

    /** The row that begins so. */
    List<String> row(String caption, String first) {
        return table(caption).stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + first + " in " + caption));
    }
}
