package org.jianxi.gateway.mapping;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jianxi.gateway.mapping.notation.A1;

/** Made-up lists of payments of any length, twenty columns wide, the same in each of the four formats. Written as they go. */
public record LongFiles(Path folder, int rows) {

    /** What each column is called, and the field it fills where a mapping reads it. */
    private static final List<String> COLUMNS = List.of(
            "批次号", "补贴种类", "见习记录", "补贴所属期起", "补贴所属期止", "补贴月数", "补贴标准", "补贴金额", "申请日期", "资金级次", "收款账户", "状态", "单位名称",
            "经办人", "县区", "联系人数", "序列", "备用一", "备用二", "经办机构");

    private static final String FIELDS = """
            fields:
              batchNo: {from: 批次号}
              kind: {from: 补贴种类}
              placementId: {from: 见习记录}
              periodFrom: {from: 补贴所属期起, as: yyyyMM}
              periodTo: {from: 补贴所属期止, as: yyyyMM}
              months: {from: 补贴月数}
              standard: {from: 补贴标准}
              amountYuan: {from: 补贴金额}
              appliedOn: {from: 申请日期, as: yyyyMMdd}
              fundLevel: {from: 资金级次}
              payeeAccount: {from: 收款账户}
              status: {from: 状态}
              evidence: {from: 备用一}
            """;

    /** The mapping that reads such a file. */
    public String mapping(String format) {
        var start = "source: long\ndataset: payments\nformat: " + format + "\n";
        return switch (format) {
            case "xlsx" -> start + "sheet: 明细*\nheader: {anchor: 批次号}\n" + FIELDS;
            case "csv" -> start + "header: {row: 1}\n" + FIELDS;
            case "json" -> start + "records: /data/list\n" + FIELDS.replace("from: ", "at: /");
            default -> start + "records: /报送/明细/行\n" + FIELDS.replace("from: ", "at: /");
        };
    }

    public Path write(String format) throws IOException {
        var file = folder.resolve("long." + format);
        if (format.equals("xlsx")) {
            writeWorkbook(file);
            return file;
        }
        try (var out = Files.newBufferedWriter(file)) {
            switch (format) {
                case "csv" -> writeCsv(out);
                case "json" -> writeJson(out);
                default -> writeXml(out);
            }
        }
        return file;
    }

    private static List<String> cells(int row) {
        var cells = new ArrayList<String>(List.of(
                "2023-06-" + row % 40,
                "MONTHLY",
                "5309-" + row,
                "202306",
                "202306",
                "1",
                "1500",
                "1500",
                "20230705",
                "PROVINCE",
                "6222%012d".formatted(row),
                "APPLIED",
                "临沧市某某科技有限公司" + row % 900,
                "经办人" + row % 50,
                "临翔区"));
        for (var extra = 0; extra < 4; extra++) {
            cells.add(Integer.toString(row * (extra + 3)));
        }
        cells.add("临沧市人力资源和社会保障局");
        return cells;
    }

    private static boolean isNumber(int column) {
        return (column >= 5 && column <= 7) || (column >= 15 && column <= 18);
    }

    private void writeCsv(Writer out) throws IOException {
        out.write(String.join(",", COLUMNS) + "\n");
        for (var row = 1; row <= rows; row++) {
            out.write(String.join(",", cells(row)));
            out.write('\n');
        }
    }

    private void writeJson(Writer out) throws IOException {
        out.write("{\"head\":{\"n\":1},\"data\":{\"list\":[");
        for (var row = 1; row <= rows; row++) {
            out.write(row == 1 ? "{" : ",\n{");
            var cells = cells(row);
            for (var column = 0; column < cells.size(); column++) {
                var quote = isNumber(column) ? "" : "\"";
                out.write((column == 0 ? "" : ",") + "\"" + COLUMNS.get(column) + "\":" + quote + cells.get(column)
                        + quote);
            }
            out.write('}');
        }
        out.write("]}}");
    }

    private void writeXml(Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<报送><明细>\n");
        for (var row = 1; row <= rows; row++) {
            out.write("<行>");
            var cells = cells(row);
            for (var column = 0; column < cells.size(); column++) {
                var name = COLUMNS.get(column);
                out.write("<" + name + ">" + cells.get(column) + "</" + name + ">");
            }
            out.write("</行>\n");
        }
        out.write("</明细></报送>");
    }

    private void writeWorkbook(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""");
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                     xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="明细1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            writeSheet(out);
            out.flush();
            zip.closeEntry();
        }
    }

    private void writeSheet(Writer out) throws IOException {
        out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var row = 0; row <= rows; row++) {
            out.write("<row r=\"" + (row + 1) + "\">");
            var cells = row == 0 ? COLUMNS : cells(row);
            for (var column = 0; column < cells.size(); column++) {
                var at = A1.write(row + 1, column + 1);
                out.write(
                        row > 0 && isNumber(column)
                                ? "<c r=\"" + at + "\"><v>" + cells.get(column) + "</v></c>"
                                : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cells.get(column) + "</t></is></c>");
            }
            out.write("</row>");
        }
        out.write("</sheetData>" + merged() + "</worksheet>");
    }

    /** Every four rows of 状态 are one cell. */
    private String merged() {
        var ranges = new StringBuilder("<mergeCells>");
        for (var row = 2; row + 3 <= rows + 1; row += 4) {
            ranges.append("<mergeCell ref=\"L%d:L%d\"/>".formatted(row, row + 3));
        }
        return ranges.append("</mergeCells>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
