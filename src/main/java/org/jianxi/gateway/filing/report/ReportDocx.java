package org.jianxi.gateway.filing.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jianxi.gateway.filing.report.Block.Column;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The report as a document to be written on in a word processor; Chinese, as the ministry reads it. */
public record ReportDocx(YearReport report) {

    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int TEXT = 12;
    private static final int SMALL = 10;
    private static final int CELL = 9;
    /** So that a table of more columns than this stands on the page. */
    private static final int MANY = 10;

    private static final int NARROW_CELL = 7;
    private static final int ON_A_PAGE = 21;
    private static final String HEAD = "EEF1F5";
    private static final String HELP = "56606B";

    public byte[] write() {
        try (var document = new XWPFDocument()) {
            new ReportStyles(document).apply();
            new ReportText(report).blocks().forEach(block -> add(document, block));
            date(document);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
    }

    /** POI would put in the time of writing. */
    private void date(XWPFDocument document) {
        var at = Optional.of(Date.from(report.source().madeAt()));
        var properties = document.getProperties().getCoreProperties();
        properties.setCreator("见习网关 Jianxi Gateway");
        properties.setCreated(at);
        properties.setModified(at);
    }

    private static void add(XWPFDocument document, Block block) {
        switch (block) {
            case Block.Title title ->
                styled(document, ReportStyles.TITLE, title.text().zh());
            case Block.Heading heading ->
                styled(document, ReportStyles.HEADING, heading.text().zh());
            case Block.Paragraph paragraph ->
                text(document.createParagraph(), paragraph.text().zh(), TEXT);
            case Block.Note note -> text(document.createParagraph(), note.text().zh(), SMALL);
            case Block.ToFill fill -> fill(document, fill);
            case Grid grid -> table(document, grid);
        }
    }

    private static void styled(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    /** What is to be written is marked, so that none of it is overlooked. */
    private static void text(XWPFParagraph paragraph, String text, int points) {
        var rest = text;
        for (var at = rest.indexOf(Block.BLANK); at >= 0; at = rest.indexOf(Block.BLANK)) {
            run(paragraph, rest.substring(0, at), points);
            var blank = paragraph.createRun();
            blank.setText(Block.BLANK);
            blank.setFontSize(points);
            blank.setTextHighlightColor("yellow");
            rest = rest.substring(at + Block.BLANK.length());
        }
        run(paragraph, rest, points);
    }

    private static void run(XWPFParagraph paragraph, String text, int points) {
        if (!text.isEmpty()) {
            var run = paragraph.createRun();
            run.setText(text);
            run.setFontSize(points);
        }
    }

    private static void fill(XWPFDocument document, Block.ToFill fill) {
        text(document.createParagraph(), Block.BLANK, TEXT);
        var help = document.createParagraph().createRun();
        help.setText("提示：" + fill.help().zh());
        help.setFontSize(SMALL);
        help.setColor(HELP);
    }

    private static void table(XWPFDocument document, Grid grid) {
        styled(document, ReportStyles.CAPTION, grid.caption().zh());
        var columns = grid.columns().size();
        var table = document.createTable(grid.rows().size() + 1, columns);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(15, 50, 15, 50);
        widths(table, grid);
        var points = columns > MANY ? NARROW_CELL : CELL;
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        for (var at = 0; at < columns; at++) {
            var cell = head.getCell(at);
            cell.setColor(HEAD);
            write(cell, grid.columns().get(at).head().zh(), points, ParagraphAlignment.CENTER);
        }
        for (var line = 0; line < grid.rows().size(); line++) {
            var row = table.getRow(line + 1);
            row.setCantSplitRow(true);
            var from = grid.rows().get(line);
            for (var at = 0; at < columns; at++) {
                if (from.total()) {
                    row.getCell(at).setColor(HEAD);
                }
                write(
                        row.getCell(at),
                        from.cells().get(at).zh(),
                        points,
                        alignment(grid.columns().get(at)));
            }
        }
        keepTogether(table);
    }

    /** A table that fits on a page is not broken. */
    private static void keepTogether(XWPFTable table) {
        var rows = table.getRows();
        if (rows.size() <= ON_A_PAGE) {
            rows.subList(0, rows.size() - 1).stream()
                    .flatMap(row -> row.getTableCells().stream())
                    .forEach(cell -> cell.getParagraphs().getFirst().setKeepNext(true));
        }
    }

    private static ParagraphAlignment alignment(Column column) {
        return column.isNumber() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
    }

    /** Fixed, so that a long word in one cell moves no column. */
    private static void widths(XWPFTable table, Grid grid) {
        table.setWidth(ReportStyles.WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var all = grid.columns().stream().mapToInt(Column::weight).sum();
        var widths = table.getCTTbl().addNewTblGrid();
        for (var column : grid.columns()) {
            widths.addNewGridCol().setW(BigInteger.valueOf((long) ReportStyles.WIDTH * column.weight() / all));
        }
        for (var row : table.getRows()) {
            for (var at = 0; at < grid.columns().size(); at++) {
                var weight = grid.columns().get(at).weight();
                row.getCell(at).setWidth(Integer.toString(ReportStyles.WIDTH * weight / all));
            }
        }
    }

    private static void write(XWPFTableCell cell, String text, int points, ParagraphAlignment alignment) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        run(paragraph, text, points);
    }
}
