package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.source.CsvGrid;
import org.jianxi.gateway.mapping.source.Header;
import org.jianxi.gateway.mapping.source.TableDocument;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.source.WorkbookGrid;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.SheetNames;

/** A table whose rows stream by says what the same table says as a whole. */
class StreamedTableTest {

    private static final List<String> HEADER = List.of("序号", "批次", "别的", "月数", "状态");
    private static final String FIELDS =
            "\nheader: {row: 1}\nfields:\n  batchNo: {from: 批次}\n  months: {from: 月数}\n  status: {from: 状态}\n";

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.of(
                "", "", " ", "甲", "乙", "１.5", "1", "2.50", "已申请", "已 申请", "APPLIED", "x\u200By", "-", "无", "合计不是这里");
        return cell.list().ofSize(HEADER.size()).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 60)
    void aSheetReadRowByRowGivesTheRecordsOfTheWholeSheet(@ForAll("tables") List<List<String>> table)
            throws IOException, UnreadableDocument {
        var mapping = LongRecords.mapping("source: test\ndataset: payments\nformat: xlsx\nsheet: 明细" + FIELDS);
        var content = workbook(table);
        var rule = mapping.ofRecords().table().orElseThrow();

        assertThat(streamed(mapping, content))
                .isEqualTo(whole(mapping, WorkbookGrid.read(content, new SheetNames(List.of("明细"))), rule));
    }

    @Property(tries = 200)
    void csvReadRowByRowGivesTheRecordsOfTheWholeFile(@ForAll("tables") List<List<String>> table)
            throws UnreadableDocument {
        var mapping = LongRecords.mapping("source: test\ndataset: payments\nformat: csv" + FIELDS);
        var lines = new StringBuilder(String.join(",", HEADER));
        table.forEach(row -> lines.append('\n').append(String.join(",", row)));
        var content = lines.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        var rule = mapping.ofRecords().table().orElseThrow();

        assertThat(streamed(mapping, content)).isEqualTo(whole(mapping, CsvGrid.read(content, rule), rule));
    }

    private static List<String> whole(MappingFile mapping, Grid grid, TableRule rule) throws UnreadableDocument {
        var header = Header.find(grid, rule, new MonthNames(Optional.empty()));
        var records = new ArrayList<String>();
        for (var entry : grid.rows().tailMap(header.lastRow() + 1).entrySet()) {
            if (entry.getValue().values().stream().allMatch(Row::isBlank)) {
                continue;
            }
            var row = new TableDocument(grid, header, List.of(entry.getKey()), DateSystem.FROM_1900);
            records.add(RecordJson.tree(new RecordReader(mapping.ofRecords().fields())
                            .read(row, records.size() + 1)
                            .content())
                    .toString());
        }
        return records;
    }

    private static List<String> streamed(MappingFile mapping, byte[] content) {
        var records = new ArrayList<String>();
        new RecordMapper()
                .map(
                        mapping,
                        new Content.InMemory(content),
                        new MappingContext(mapping.mediaType(), Optional.empty(), Optional.empty(), Home.UNITS),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord record) {
                                records.add(RecordJson.tree(record).toString());
                            }

                            @Override
                            public void finding(Finding finding) {}
                        });
        return records;
    }

    private static byte[] workbook(List<List<String>> table) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("明细");
            var row = sheet.createRow(0);
            for (var column = 0; column < HEADER.size(); column++) {
                row.createCell(column).setCellValue(HEADER.get(column));
            }
            for (var at = 0; at < table.size(); at++) {
                row = sheet.createRow(at + 1);
                for (var column = 0; column < HEADER.size(); column++) {
                    row.createCell(column).setCellValue(table.get(at).get(column));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
