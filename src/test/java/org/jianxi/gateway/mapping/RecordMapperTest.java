package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.table.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records out of each kind of document, with their places. Unmapped required fields are left aside here. */
class RecordMapperTest {

    private static final String FIELDS = "fields:\n  batchNo: {from: 批次}\n  months: {from: 月数}\n  status: {from: 状态}\n";
    private static final String ONE = "{\"batchNo\":\"甲\",\"months\":\"1\",\"status\":\"APPLIED\"}";
    private static final String TWO = "{\"batchNo\":\"乙\",\"months\":\"2.5\",\"status\":\"APPLIED\"}";

    @Test
    void aSheetWithTitleMergedHeaderTotalsAndASealLineGivesItsRows() throws IOException {
        var read = xlsx("sheet: 明细*\nheader: {anchor: 序号, rows: 2}\n" + FIELDS.replace("月数}", "[补贴/月数]}"), sheet -> {
            row(sheet, 0, "某市补贴明细表");
            row(sheet, 1, "序号", "批次", "补贴", "", "状态");
            row(sheet, 2, "", "", "月数", "金额", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
            row(sheet, 3, 1, "甲", 1, 1500, "已申请");
            row(sheet, 5, 2, "乙", 2.5, 1500, "已申请");
            row(sheet, 6, "小计", "", 3.5, 3000);
            row(sheet, 7, "填报人：某甲", "", "", "", "");
            row(sheet, 8, 3, "丙", 1, 1500, "已申请");
        });
        assertThat(read.findings).isEmpty();
        assertThat(read.records).containsExactly(ONE, TWO);
    }

    @Test
    void anErrorNamesItsCell() throws IOException {
        var read = xlsx("sheet: 明细1\nheader: {row: 1}\n" + FIELDS, sheet -> {
            row(sheet, 0, "批次", "月数", "状态");
            row(sheet, 1, "甲", 1, "已申请");
            row(sheet, 2, "乙", "两个多月", "已申请");
        });
        assertThat(read.findings).containsExactly("F-NUMBER 明细1 B3 null null");
    }

    @Test
    void aColumnThatIsNotThereIsToldOnceAtTheHeader() throws IOException {
        var read = xlsx("sheet: 明细1\nheader: {row: 1}\n" + FIELDS, sheet -> {
            row(sheet, 0, "批次", "状态");
            row(sheet, 1, "甲", "已申请");
            row(sheet, 2, "乙", "已申请");
        });
        assertThat(read.findings).containsExactly("S-HEADER 明细1 A1 null null");
        assertThat(read.records).hasSize(2);
    }

    @Test
    void aSecondTableBelowItsHeadingIsFound() throws IOException {
        var read = xlsx("sheet: '*1'\nheader: {anchor: 批次, below: 二、明细}\n" + FIELDS, sheet -> {
            row(sheet, 0, "一、单位");
            row(sheet, 1, "批次", "别的");
            for (var row = 2; row < 80; row++) {
                row(sheet, row, "错", 9);
            }
            row(sheet, 80, "二、明细");
            row(sheet, 81, "批次", "月数", "状态");
            row(sheet, 82, "甲", 1, "已申请");
        });
        assertThat(read.findings).isEmpty();
        assertThat(read.records).containsExactly(ONE);
    }

    @Test
    void fixedCellsAreReadWhereverTheyStand() throws IOException {
        var words = "sheet: 明细1\nheader: {row: 3}\nrows: {until: [经办]}\n"
                + "fields:\n  batchNo: {document: B1}\n  months: {document: B6}\n  status: {from: 状态}\n";
        var read = xlsx(words, sheet -> {
            row(sheet, 0, "批次", "甲");
            row(sheet, 2, "序号", "状态");
            row(sheet, 3, 1, "已申请");
            row(sheet, 5, "经办", 1);
        });
        assertThat(read.findings).isEmpty();
        assertThat(read.records).containsExactly(ONE);
    }

    @Test
    void aTableEndsAtABlankRowWhereTheMappingSaysSoAndTheRestIsTold() throws IOException {
        var read = xlsx("sheet: 明细1\nheader: {row: 1}\nrows: {until: blank}\n" + FIELDS, sheet -> {
            row(sheet, 0, "批次", "月数", "状态");
            row(sheet, 1, "甲", 1, "已申请");
            row(sheet, 3, "丙", 1, "已申请");
            row(sheet, 4, "丁", 1, "已申请");
        });
        assertThat(read.records).containsExactly(ONE);
        assertThat(read.findings).containsExactly("S-UNREAD 明细1 A4 null null");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void datesAreReadInBothDateSystems(boolean from1904) throws IOException {
        var words = "sheet: 明细1\nheader: {row: 1}\nfields:\n  appliedOn: {from: 日期}\n";
        var read = xlsx(words, sheet -> {
            var workbook = sheet.getWorkbook();
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row(sheet, 0, "日期");
            var cell = sheet.createRow(1).createCell(0);
            cell.setCellValue(org.apache.poi.ss.usermodel.DateUtil.getExcelDate(
                    LocalDate.of(2023, 7, 5).atStartOfDay(), from1904));
            cell.setCellStyle(style);
        });
        assertThat(read.findings).isEmpty();
        assertThat(read.records).containsExactly("{\"appliedOn\":\"2023-07-05\"}");
    }

    @Test
    void aSecondSheetIsJoinedByItsKey() throws IOException {
        var words = "sheet: 明细1\nheader: {row: 1}\n"
                + "join:\n  more: {sheet: 附表, header: {row: 1}, on: {批次: 编号}}\n"
                + "fields:\n  batchNo: {from: 批次}\n  months: {in: more, from: 月数}\n  status: {in: more, from: 状态}\n";
        var read = xlsx(words, sheet -> {
            row(sheet, 0, "批次");
            row(sheet, 1, "甲");
            row(sheet, 2, "乙");
            row(sheet, 3, "丙");
            row(sheet, 4, "丁");
            var other = sheet.getWorkbook().createSheet("附表");
            row(other, 0, "编号", "月数", "状态");
            row(other, 1, " 甲", 1, "已申请");
            row(other, 2, "乙", 2.5, "已申请");
            row(other, 3, "丙", 1, "已申请");
            row(other, 4, "丙", 2, "已申请");
            row(other, 5, "戊", 2, "已申请");
        });
        assertThat(read.records).startsWith(ONE, TWO).hasSize(4);
        assertThat(read.findings)
                .containsExactlyInAnyOrder(
                        "F-SEVERAL 附表 A4 null null",
                        "F-SEVERAL 附表 A4 null null",
                        "F-REQUIRED 明细1 A5 null null",
                        "F-REQUIRED 明细1 A5 null null",
                        "S-UNJOINED 附表 A6 null null");
    }

    @Test
    void rowsThatBelongToNoRecordAreToldAHundredTimesAndThenCounted() throws IOException {
        var words = "sheet: 明细1\nheader: {row: 1}\n"
                + "join:\n  more: {sheet: 附表, header: {row: 1}, on: {批次: 编号}}\n"
                + "fields:\n  batchNo: {from: 批次}\n  months: {in: more, from: 月数}\n";
        var read = xlsx(words, sheet -> {
            row(sheet, 0, "批次");
            row(sheet, 1, "甲");
            var other = sheet.getWorkbook().createSheet("附表");
            row(other, 0, "编号", "月数");
            row(other, 1, "甲", 1);
            for (var row = 2; row < 252; row++) {
                row(other, row, "乙" + row, 1);
            }
        });
        assertThat(read.findings).hasSize(101).allMatch(line -> line.startsWith("S-UNJOINED 附表 A"));
        assertThat(read.last.message().en()).startsWith("150 more rows of more belong to no record");
    }

    /** Columns that no field reads are passed over, but a row that says something only there is a record still. */
    @Test
    void aRowThatSaysSomethingInAnotherColumnOnlyIsARecord() throws IOException {
        var read = xlsx("sheet: 明细1\nheader: {row: 1}\n" + FIELDS, sheet -> {
            row(sheet, 0, "批次", "月数", "状态", "别的", "更多");
            row(sheet, 1, "甲", 1, "已申请", "x", "y");
            row(sheet, 2, " ", "", "", "", "z");
            row(sheet, 3, "", "", "", "合计", "z");
        });
        assertThat(read.records).containsExactly(ONE, "{}");
    }

    @Test
    void csvInItsOwnDialectGivesTheSame() {
        var words =
                "format: csv\nencoding: GBK\nseparator: ';'\nquote: \"'\"\ncomment: '#'\ntrim: true\nheader: {row: 2}\n"
                        + FIELDS;
        var csv = "#导出\n明细\n批次; 月数 ;状态\n'甲'; 1 ;已申请;\n#中断\n乙;2.5;已申请\n丙;1\n丁;1;已申请;多\n";
        var read = map(words, csv.getBytes(Charset.forName("GBK")));
        assertThat(read.records).containsExactly(ONE, TWO);
        assertThat(read.findings).containsExactly("S-CSV null null null 7", "S-CSV null null null 8");
    }

    @Test
    void placesOfCsvAreThePhysicalLines() {
        var read = map("format: csv\nheader: {row: 1}\n" + FIELDS, utf8("批次,月数,状态\n\"甲\n乙\",1,已申请\n丙,x,已申请\n"));
        assertThat(read.findings).contains("F-NUMBER null null null 4");
    }

    @Test
    void jsonGivesTheSameFromAnArrayAndFromMembers() {
        var fields = FIELDS.replace("from: ", "at: /");
        var items = "{\"批次\":\"甲\",\"月数\":1,\"状态\":\"已申请\"}";
        var more = "{\"批次\":\"乙\",\"月数\":\"2.5\",\"状态\":\"已申请\"}";
        assertThat(map(
                                "format: json\nrecords: /data/list\n" + fields,
                                utf8("{\"x\":[1,{\"list\":0}],\"data\":{\"list\":[%s,%s]},\"y\":{}}"
                                        .formatted(items, more)))
                        .records)
                .containsExactly(ONE, TWO);
        assertThat(map(
                                "format: json\nrecords: /data/*\n" + fields,
                                utf8("{\"data\":{\"a\":%s,\"b\":%s}}".formatted(items, more)))
                        .records)
                .containsExactly(ONE, TWO);
        assertThat(map("format: json\n" + fields, utf8("[%s,%s]".formatted(items, more))).records)
                .containsExactly(ONE, TWO);
        assertThat(map("format: jsonl\n" + fields, utf8("%s\n%s\n".formatted(items, more))).records)
                .containsExactly(ONE, TWO);
    }

    @Test
    void whatJsonSaysBesideItsRecordsIsAskedOfTheDocument() {
        var words = "format: json\nrecords: /list\nfields:\n  batchNo: {document: /head/no}\n  months: {at: /m}\n";
        var read = map(words, utf8("{\"list\":[{\"m\":1},{\"m\":true}],\"head\":{\"no\":\"甲\"}}"));
        assertThat(read.records).containsExactly("{\"batchNo\":\"甲\",\"months\":\"1\"}", "{\"batchNo\":\"甲\"}");
        assertThat(read.findings).containsExactly("F-NUMBER null null /list/1/m null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"list\":[{\"m\":1}]}x",
                "{\"list\":[{\"m\":1,\"m\":2}]}",
                "{\"list\":[{\"m\":1}]",
                "{\"list\":[{\"m\":1},]}",
                "{\"list\":[{\"m\":\"\\uD800\"}]}",
                "{\"list\":{}}",
                "{\"other\":[]}",
                "{\"list\":[]}",
                "\uFEFF\uFEFF{\"list\":[{\"m\":1}]}",
                "{\"list\":[{\"m\":1}],\"b\":1,\"b\":2}"
            })
    void jsonThatIsNotWholeOrNotStrictIsRefused(String json) {
        var read = map("format: json\nrecords: /list\nfields:\n  months: {at: /m}\n", utf8(json));
        assertThat(read.findings).as(json).isNotEmpty().allMatch(line -> line.startsWith("S-"));
    }

    @Test
    void xmlGivesTheSameWithAttributesAndNamespaces() {
        var words = "format: xml\nnamespace: urn:a\nnamespaces: {z: 'urn:b'}\nrecords: /doc/z:list/row\n"
                + "fields:\n  batchNo: {at: /@no}\n  months: {at: /z:m}\n  status: {document: /doc/head/@s}\n";
        var xml = "<doc xmlns='urn:a' xmlns:q='urn:b'><row no='错'/><q:list><row no='甲'><q:m>1</q:m></row>\n"
                + "<other/><row no='乙'><m>9</m><q:m><![CDATA[2]]>.5</q:m></row>\n<row no='丙'><q:m>x</q:m></row></q:list><head s='已申请'/></doc>";
        var read = map(words, utf8(xml));
        assertThat(read.records).startsWith(ONE, TWO).hasSize(3);
        assertThat(read.findings).containsExactly("F-NUMBER null null null 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a><r>&e;</r></a>",
                "<a><r>&e;</r></a>",
                "<a><r>1</r>",
                "<a><r>1</r></a><b/>",
                "<a/>",
                "<a><r x='1' x='2'>1</r></a>",
                "<?xml version='1.0' encoding='Big5'?><a><r>1</r></a>"
            })
    void xmlThatIsNotWholeOrNotSafeIsRefused(String xml) {
        var read = map("format: xml\nrecords: /a/r\nfields:\n  months: {at: /m}\n", utf8(xml));
        assertThat(read.findings).as(xml).isNotEmpty().anyMatch(line -> line.startsWith("S-"));
    }

    @Test
    void rowsThatAreMoreThanTheMappingAllowsAreRefused() {
        var read = map("format: csv\nlimits: {rows: 2}\n" + FIELDS, utf8("批次,月数,状态\n甲,1,已申请\n甲,1,已申请\n甲,1,已申请\n"));
        assertThat(read.findings).containsExactly("S-LIMIT null null null null");
    }

    private interface Filled {
        void by(XSSFSheet sheet);
    }

    private static void row(XSSFSheet sheet, int at, Object... cells) {
        var row = sheet.createRow(at);
        for (var column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                row.createCell(column).setCellValue(number.doubleValue());
            } else if (!cells[column].equals("")) {
                row.createCell(column).setCellValue(String.valueOf(cells[column]));
            }
        }
    }

    private static Read xlsx(String words, Filled filled) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            filled.by(workbook.createSheet("明细1"));
            workbook.write(bytes);
            return map("format: xlsx\n" + words, bytes.toByteArray());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Read map(String words, byte[] content) {
        var mapping = LongRecords.mapping("source: test\ndataset: payments\n" + words);
        var read = new Read();
        new RecordMapper()
                .map(
                        mapping,
                        new Content.InMemory(content),
                        new MappingContext(
                                mapping.mediaType(), Optional.of(Period.of("2023-06")), Optional.empty(), Home.UNITS),
                        read);
        return read;
    }

    private static final class Read implements RecordSink {

        private final List<String> records = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();
        private @Nullable Finding last;

        @Override
        public void record(CanonicalRecord content) {
            records.add(RecordJson.tree(content).toString());
        }

        @Override
        public void finding(Finding finding) {
            var at = finding.at();
            last = finding;
            if (!finding.message().en().startsWith("The mapping does not read")) {
                findings.add(
                        finding.rule() + " " + at.sheet() + " " + at.cell() + " " + at.pointer() + " " + at.line());
            }
        }
    }
}
