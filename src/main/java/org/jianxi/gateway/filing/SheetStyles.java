package org.jianxi.gateway.filing;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of the printed sheet. Fonts are named, not embedded: 宋体 and 仿宋 are on every office machine. */
final class SheetStyles {

    private static final String SONG = "宋体";
    private static final String FANG_SONG = "仿宋";

    final XSSFCellStyle title;
    final XSSFCellStyle month;
    final XSSFCellStyle units;
    final XSSFCellStyle header;
    final XSSFCellStyle whole;
    final XSSFCellStyle money;
    final XSSFCellStyle note;

    SheetStyles(XSSFWorkbook workbook) {
        title = plain(workbook, new Look(SONG, 20, HorizontalAlignment.CENTER));
        title.getFont().setBold(true);
        month = plain(workbook, new Look(SONG, 12, HorizontalAlignment.CENTER));
        units = plain(workbook, new Look(SONG, 11, HorizontalAlignment.RIGHT));
        header = bordered(workbook, new Look(SONG, 11, HorizontalAlignment.CENTER));
        whole = bordered(workbook, new Look(SONG, 12, HorizontalAlignment.CENTER));
        whole.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        money = bordered(workbook, new Look(SONG, 12, HorizontalAlignment.CENTER));
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        note = plain(workbook, new Look(FANG_SONG, 11, HorizontalAlignment.LEFT));
    }

    /** 万元 to the last fen, for sheets that show what changed. */
    static XSSFCellStyle exactMoney(XSSFWorkbook workbook) {
        var style = bordered(workbook, new Look(SONG, 12, HorizontalAlignment.CENTER));
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00####"));
        return style;
    }

    private record Look(String font, int points, HorizontalAlignment alignment) {}

    private static XSSFCellStyle plain(XSSFWorkbook workbook, Look look) {
        var font = workbook.createFont();
        font.setFontName(look.font());
        font.setFontHeightInPoints((short) look.points());
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(look.alignment());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFWorkbook workbook, Look look) {
        var style = plain(workbook, look);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
