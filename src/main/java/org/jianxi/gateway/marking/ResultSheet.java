package org.jianxi.gateway.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jianxi.gateway.canonical.Finding;

/** The sheet 检查结果: every finding in a row of its own, with its place in the sender's terms. */
record ResultSheet(FindingText words) {

    static final String NAME = "检查结果";
    private static final List<String> HEADER = List.of(
            "序号 No.",
            "规则 rule",
            "级别 severity",
            "位置 place",
            "指标 indicator",
            "问题",
            "problem",
            "修改 fix",
            "依据 clause",
            "说明 explanation");
    private static final List<Integer> WIDTHS = List.of(8, 16, 14, 24, 10, 50, 50, 50, 36, 24);
    private static final int CHARACTER = 256;

    void addTo(Workbook workbook, Look look, List<Finding> findings) {
        var sheet = workbook.createSheet(freeName(workbook));
        for (var column = 0; column < WIDTHS.size(); column++) {
            sheet.setColumnWidth(column, WIDTHS.get(column) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        head(sheet.createRow(0), look);
        for (var number = 1; number <= findings.size(); number++) {
            row(sheet, number, look, findings.get(number - 1));
        }
        if (findings.isEmpty()) {
            look.write(sheet.createRow(1).createCell(0), "没有发现问题 nothing was found");
        }
    }

    private static void head(Row row, Look look) {
        for (var column = 0; column < HEADER.size(); column++) {
            look.head(row.createCell(column), HEADER.get(column));
        }
    }

    private void row(Sheet sheet, int number, Look look, Finding finding) {
        var texts = new ArrayList<String>();
        texts.add(Integer.toString(number));
        texts.add(finding.rule());
        texts.add(FindingText.severity(finding));
        texts.add(FindingText.place(finding.at()));
        texts.add(
                finding.at().indicator() == null ? "" : finding.at().indicator().toString());
        texts.add(finding.message().zh());
        texts.add(finding.message().en());
        texts.add(words.fix(finding));
        texts.add(finding.clause());
        texts.add(Objects.requireNonNullElse(finding.explanation(), ""));
        var row = sheet.createRow(number);
        for (var column = 0; column < texts.size(); column++) {
            look.write(row.createCell(column), texts.get(column));
        }
    }

    /** A sheet of the sender's with that name is not ours to touch. */
    private static String freeName(Workbook workbook) {
        var name = NAME;
        for (var number = 2; workbook.getSheet(name) != null; number++) {
            name = NAME + " " + number;
        }
        return name;
    }
}
