package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.junit.jupiter.api.Test;

/** Tables other than the printed sheet: CSV rows, and sheets laid out as somebody liked. */
class TableMappingTest {

    private static final String HEADERS =
            IntStream.rangeClosed(1, 14).mapToObj(n -> "c" + n).collect(Collectors.joining(","));
    private static final String VALUES = "80,2,500,20,118,100,90,41,30,25,8,3,300,1234.5";

    @Test
    void theSendersRowIsFoundByNameOrCode() {
        var mapping = csv("row: {senderIn: area}\nsender: {from: area, code: senders}");
        for (var named : List.of("临沧市", "530900", "530900000000", " 临沧 市")) {
            var read = Home.read(
                    map(mapping, "area," + HEADERS + "\n昆明市," + "1,".repeat(13) + "1\n" + named + "," + VALUES + "\n"));
            assertThat(read.findings()).isEmpty();
            assertThat(read.draft().sender()).contains(new Sender("530900"));
            assertThat(read.draft().figures().of(1)).isEqualTo(80);
            assertThat(read.draft().placeOf(14)).isEqualTo(Place.line(3, "c14").forIndicator(14));
        }
    }

    @Test
    void twoRowsOfOneSenderOrNoneAreRefused() {
        var mapping = csv("row: {senderIn: area}");
        assertThat(rules(map(mapping, "area," + HEADERS + "\n530900," + VALUES + "\n临沧市," + VALUES + "\n")))
                .containsExactly("S-ROW");
        assertThat(rules(map(mapping, "area," + HEADERS + "\n昆明市," + VALUES + "\n")))
                .containsExactly("S-ROW");
    }

    @Test
    void aTotalRowIsFoundInItsColumn() {
        var mapping = csv("row: {total: [小计, 合计], in: area}");
        var read = Home.read(map(
                mapping, "x,area," + HEADERS + "\n1,临翔区," + VALUES.replace("80", "1") + "\n2,小 计," + VALUES + "\n"));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures().of(1)).isEqualTo(80);
    }

    @Test
    void aHeaderThatStandsTwiceIsNotGuessedBetween() {
        var read = map(csv("row: only"), HEADERS.replace("c7", "c6") + "\n" + VALUES + "\n");
        assertThat(read.findings())
                .extracting(Home::line)
                .containsExactly("S-HEADER 6 null null 1", "S-HEADER 7 null null 1");
    }

    @Test
    void blanksAreZeroOnlyWhereTheIntegratorVouchesForIt() {
        var mapping = csv("row: only", "  12: {from: c12, blankAs: 0}");
        var read = map(mapping, HEADERS + "\n" + VALUES.replace(",3,", ",,").replace(",20,", ",,") + "\n");
        assertThat(read.findings()).extracting(Home::line).containsExactly("F-MISSING 4 null null 2");
        assertThat(Home.read(read).draft().figures().of(12)).isZero();
    }

    @Test
    void yuanAndThousandsOfYuanAreConvertedExactlyOrRefused() {
        for (var unit : List.of("元", "千元", "万元")) {
            var mapping = csv("row: only", "  14: {from: c14, unit: " + unit + "}");
            var fen = Home.read(map(mapping, HEADERS + "\n" + VALUES + "\n"))
                    .draft()
                    .figures()
                    .of(14);
            assertThat(fen)
                    .isEqualTo(
                            switch (unit) {
                                case "元" -> 123_450L;
                                case "千元" -> 123_450_000L;
                                default -> 1_234_500_000L;
                            });
        }
        var yuan = csv("row: only", "  14: {from: c14, unit: 元}");
        assertThat(rules(map(yuan, HEADERS + "\n" + VALUES.replace("1234.5", "0.005") + "\n")))
                .containsExactly("F-MONEY");
    }

    @Test
    void aFreeLayoutIsReadByHeaderTextAndByCell() throws IOException {
        var figures = new StringBuilder();
        for (var number = 1; number <= 13; number++) {
            figures.append("  ")
                    .append(number)
                    .append(": {from: [旧名")
                    .append(number)
                    .append(", 列")
                    .append(number)
                    .append("]}\n");
        }
        var mapping = load("""
                source: test
                dataset: monthly-return
                form: MOHRSS-2023
                format: xlsx
                sheet: [报表, 月报]
                header: {row: 4}
                row: only
                sender: {at: B2, code: senders}
                period: {at: D2, as: yyyy/M}
                figures:
                %s  14: {at: C9, unit: 元}
                """.formatted(figures));
        var read = Home.read(Home.READER.read(mapping, freeSheet(), Home.context(MediaType.XLSX, "2023-06", "")));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().sender()).contains(new Sender("530900"));
        assertThat(read.draft().figures().of(13)).isEqualTo(113);
        assertThat(read.draft().figures().of(14)).isEqualTo(1_850_050L);
        assertThat(read.draft().placeOf(14)).isEqualTo(Place.cell("月报", "C9").forIndicator(14));
    }

    private static byte[] freeSheet() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("月报");
            var second = sheet.createRow(1);
            second.createCell(1).setCellValue("临沧市");
            second.createCell(3).setCellValue("2023/6");
            var header = sheet.createRow(3);
            var data = sheet.createRow(4);
            for (var number = 1; number <= 13; number++) {
                header.createCell(20 - number).setCellValue(" 列 " + number);
                data.createCell(20 - number).setCellValue(100 + number);
            }
            sheet.createRow(8).createCell(2).setCellValue("18,500.50元");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static MappingFile csv(String words, String... figures) {
        var lines = new StringBuilder();
        for (var number = 1; number <= 14; number++) {
            var start = "  " + number + ":";
            lines.append(List.of(figures).stream()
                            .filter(line -> line.startsWith(start))
                            .findFirst()
                            .orElse(start + " c" + number))
                    .append('\n');
        }
        return load("source: test\ndataset: monthly-return\nform: MOHRSS-2023\nformat: csv\n" + words + "\nfigures:\n"
                + lines);
    }

    private static MappingFile load(String text) {
        return MappingFile.of(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
    }

    private static Mapped map(MappingFile mapping, String csv) {
        return Home.READER.read(
                mapping, csv.getBytes(StandardCharsets.UTF_8), Home.context(MediaType.CSV, "2023-06", "530900"));
    }

    private static List<String> rules(Mapped mapped) {
        return mapped.findings().stream().map(Finding::rule).toList();
    }
}
