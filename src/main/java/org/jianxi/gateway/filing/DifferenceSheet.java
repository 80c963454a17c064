package org.jianxi.gateway.filing;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;
import org.jianxi.gateway.rollup.TotalChange;

/**
 * The sheet that explains a correction to a person (更正说明表): one row for each cell, the province's own below.
 *
 * <p>差 is what the change adds to the sum; where a gap stood 原数 says 缺报, which is no zero.
 */
record DifferenceSheet(ReturnForm form, ReportingUnits units) {

    private static final String NAME = "更正说明表";
    private static final List<String> HEADER = List.of("单位", "指标", "原数", "现数", "差", "原因", "报送修订号", "时间");
    private static final List<Integer> WIDTHS = List.of(14, 44, 16, 16, 16, 22, 12, 22);
    private static final int CHARACTER = 256;
    private static final float HEIGHT = 30;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    void addTo(XSSFWorkbook workbook, SupplementaryReturn correction) {
        var sheet = workbook.createSheet(NAME);
        var page = new Page(sheet, new SheetStyles(workbook), SheetStyles.exactMoney(workbook));
        page.heading(title(correction));
        page.heading(chain(correction.corrects()));
        page.line(HEADER);
        for (var cause : correction.causes()) {
            cause.cells().forEach(cell -> page.row(row(cause, cell), form.indicator(cell.indicator())));
        }
        for (var total : correction.difference().totalChanges()) {
            page.row(row(correction, total), form.indicator(total.indicator()));
        }
        page.finish();
    }

    private static String title(SupplementaryReturn correction) {
        var month = correction.difference().period().month();
        return "%s（%d年%d月，第%d次更正）".formatted(NAME, month.getYear(), month.getMonthValue(), correction.number());
    }

    private static String chain(SupplementaryReturn.Corrects corrects) {
        return "更正对象：报文 %s（第%d次报送），SM3 %s，台账第%d条"
                .formatted(corrects.messageId(), corrects.revision(), corrects.document(), corrects.ledgerPosition());
    }

    private Row row(Cause cause, CellChange cell) {
        var by = cause.by();
        return new Row(
                units.nameOf(cause.sender()),
                cell.before(),
                cell.after().orElseThrow(),
                cell.by(),
                cause.kind().zh() + (by.arrived().late() ? "（逾期）" : ""),
                Integer.toString(by.revision()),
                LOCAL.format(by.arrived().receivedAt()));
    }

    private Row row(SupplementaryReturn correction, TotalChange total) {
        var because = correction.causes().stream()
                .filter(cause -> total.because().contains(cause.sender()))
                .map(cause -> units.nameOf(cause.sender()) + cause.kind().zh())
                .collect(Collectors.joining("、"));
        return new Row(
                ProvincialReturn.PROVINCE.name(),
                Optional.of(total.before()),
                total.after(),
                total.by(),
                because,
                "",
                "");
    }

    private record Row(
            String unit, Optional<Long> old, long now, long by, String because, String revision, String at) {}

    /** The sheet being filled from above. */
    private record Page(XSSFSheet sheet, SheetStyles styles, XSSFCellStyle exactMoney) {

        void heading(String text) {
            var row = next();
            var cell = row.createCell(0);
            cell.setCellStyle(row.getRowNum() == 0 ? styles.title : styles.note);
            cell.setCellValue(text);
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, HEADER.size() - 1));
        }

        void line(List<String> texts) {
            var row = next();
            for (var text : texts) {
                text(row, text);
            }
        }

        void row(Row values, Indicator indicator) {
            var row = next();
            text(row, values.unit());
            text(row, indicator.number() + " " + indicator.label().zh());
            values.old().ifPresentOrElse(amount -> amount(row, indicator, amount), () -> text(row, "缺报"));
            amount(row, indicator, values.now());
            amount(row, indicator, values.by());
            text(row, values.because());
            text(row, values.revision());
            text(row, values.at());
        }

        void finish() {
            for (var column = 0; column < WIDTHS.size(); column++) {
                sheet.setColumnWidth(column, WIDTHS.get(column) * CHARACTER);
            }
            sheet.setRepeatingRows(new CellRangeAddress(2, 2, -1, -1));
            sheet.setFitToPage(true);
            var print = sheet.getPrintSetup();
            print.setPaperSize(PrintSetup.A4_PAPERSIZE);
            print.setLandscape(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
        }

        private XSSFRow next() {
            var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            row.setHeightInPoints(HEIGHT);
            return row;
        }

        private void text(XSSFRow row, String text) {
            var cell = row.createCell(row.getPhysicalNumberOfCells());
            cell.setCellStyle(styles.header);
            cell.setCellValue(text);
        }

        private void amount(XSSFRow row, Indicator indicator, long amount) {
            var cell = row.createCell(row.getPhysicalNumberOfCells());
            cell.setCellStyle(indicator.unit().isMoney() ? exactMoney : styles.whole);
            cell.setCellValue(new BigDecimal(indicator.unit().printExact(amount)).doubleValue());
        }
    }
}
