package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** Writes the workbooks below {@code mappings/official/samples} anew; run by hand when the printed sheet changes. */
final class SampleWorkbooks {

    private static final Path FOLDER = Path.of("mappings/official/samples");

    private SampleWorkbooks() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("2023-06-lincang.in.xlsx"), counties());
        Files.write(FOLDER.resolve("2023-06-nujiang.in.xlsx"), oneRow());
        Files.write(FOLDER.resolve("2023-06-diqing-wrong.in.xlsx"), wrong());
    }

    private static byte[] counties() {
        return new OfficialSheet(Home.FORM)
                .row("临翔区", "1,024", 2, "2,100", "35", "８８", "70人", 61, 40, 22, 20, 9, "—", "612 ", 402.5)
                .row("凤庆县", 31, "/", 190, 12, 30, 25, 22, 11, 6, 5, 2, 1, 88, "61.20")
                .row("永德县（待核）", "", "", "", "", "", "", "", "", "", "", "", "", "", "")
                .row(
                        "合　计",
                        "1,055",
                        2,
                        "2,290",
                        "４７",
                        "118人",
                        "95 ",
                        "83\u3000",
                        51,
                        28,
                        25,
                        "11",
                        "1",
                        "７００",
                        "463.70")
                .then(workbook -> {
                    workbook.createSheet("汇总表(5月)").createRow(0).createCell(0).setCellValue("上月旧表");
                    workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
                })
                .bytes();
    }

    private static byte[] oneRow() {
        return new OfficialSheet(Home.FORM)
                .title("单位：个、人、万元")
                .row("怒江州", 12, 0, 60, 4, 10, 8, 7, 5, 3, 3, 1, 0, 41, 9.87)
                .bytes();
    }

    private static byte[] wrong() {
        return new OfficialSheet(Home.FORM)
                .row("迪庆州", 20, "—", "１０２", 6, "二十", 15, 12.5, 8, 4, 4, "2，000", 0, "60人左右", "1873.5012345")
                .bytes();
    }
}
