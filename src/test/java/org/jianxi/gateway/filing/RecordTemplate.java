package org.jianxi.gateway.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.Required;

/**
 * {@code schemas/forms/<dataset>.xlsx}: a workbook for people who fill records in by hand, and the mapping that reads it. Every cell is
 * text, so that no spreadsheet makes a number of a long code.
 */
public final class RecordTemplate {

    private static final Date LONG_AGO = Date.from(Instant.parse("2023-01-01T00:00:00Z"));
    private static final int ROWS = 2_000;
    private static final int MOST_OFFERED = 240;
    private static final int WIDTH = 18 * 256;
    private static final List<String> EXPLAINED = List.of("列名", "字段", "必填", "填写内容", "依据");

    private RecordTemplate() {}

    public static byte[] write(Dataset dataset) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var styles = new SheetStyles(workbook);
            var text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            records(workbook.createSheet(dataset.title().zh()), dataset, styles, text);
            explained(workbook.createSheet("填写说明"), dataset, styles);
            var properties = workbook.getProperties().getCoreProperties();
            properties.setCreator("见习网关 Jianxi Gateway");
            properties.setCreated(Optional.of(LONG_AGO));
            properties.setModified(Optional.of(LONG_AGO));
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return new StableZip(bytes.toByteArray()).bytes();
        }
    }

    /** To lie beside a source's {@code source.yaml} as {@code <dataset>.yaml}, with its own id. */
    public static byte[] mapping(Dataset dataset) {
        var lines = dataset.fields().stream()
                .map(field -> "  %s: '%s'\n".formatted(field.name(), column(field)))
                .collect(Collectors.joining());
        return """
                # Made from schemas/datasets/%1$s.yaml; do not edit. Reads the workbook schemas/forms/%1$s.xlsx: copy it into the folder of a
                # source as %1$s.yaml and write that source's id.
                source: source-id
                dataset: %1$s
                format: xlsx
                sheet: %2$s
                header: {anchor: '%3$s'}
                fields:
                %4$s""".formatted(
                dataset.id(), dataset.title().zh(), column(dataset.fields().getFirst()), lines).getBytes(UTF_8);
    }

    /** What a field's column is called: its label, without the stroke that would divide a header path. */
    static String column(Field field) {
        return field.label()
                .zh()
                .replace("元/人/月", "元每人每月")
                .replace("元/月", "元每月")
                .replace("/", "或");
    }

    private static void records(XSSFSheet sheet, Dataset dataset, SheetStyles styles, XSSFCellStyle text) {
        var header = sheet.createRow(0);
        var column = 0;
        for (var field : dataset.fields()) {
            var cell = header.createCell(column);
            cell.setCellStyle(styles.header);
            cell.setCellValue(column(field));
            sheet.setColumnWidth(column, WIDTH);
            sheet.setDefaultColumnStyle(column, text);
            offer(sheet, field, column);
            column++;
        }
        sheet.createFreezePane(0, 1);
    }

    /** The words of a short list, to choose from. */
    private static void offer(XSSFSheet sheet, Field field, int column) {
        var words = field.type() instanceof FieldType.Truth ? List.of("是", "否") : labels(field);
        if (!words.isEmpty()
                && String.join(",", words).length() < MOST_OFFERED
                && words.stream().noneMatch(word -> word.contains(","))) {
            var helper = sheet.getDataValidationHelper();
            var validation = helper.createValidation(
                    helper.createExplicitListConstraint(words.toArray(String[]::new)),
                    new CellRangeAddressList(1, ROWS, column, column));
            validation.setSuppressDropDownArrow(true);
            sheet.addValidationData(validation);
        }
    }

    private static void explained(XSSFSheet sheet, Dataset dataset, SheetStyles styles) {
        row(sheet, 0, styles.header, EXPLAINED);
        var number = 1;
        for (var field : dataset.fields()) {
            row(
                    sheet,
                    number++,
                    styles.note,
                    List.of(column(field), field.name(), required(field), content(field), field.clause()));
        }
        for (var column = 0; column < EXPLAINED.size(); column++) {
            sheet.setColumnWidth(column, WIDTH * (column == 3 ? 4 : 1));
        }
    }

    private static void row(XSSFSheet sheet, int number, XSSFCellStyle style, List<String> texts) {
        var row = sheet.createRow(number);
        for (var at = 0; at < texts.size(); at++) {
            var cell = row.createCell(at);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(at));
        }
    }

    private static String required(Field field) {
        return switch (field.required()) {
            case Required.Always always -> "是";
            case Required.When when -> "视情况";
            case Required.Elsewhere elsewhere -> "视情况";
            default -> "否";
        };
    }

    private static String content(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> "文字，至多%d字".formatted(text.longest());
            case FieldType.PersonName name -> "姓名，至多%d字".formatted(name.longest());
            case FieldType.Whole whole -> "整数，%d至%d".formatted(whole.least(), whole.most());
            case FieldType.Decimal number -> "数，%s至%s".formatted(number.least(), number.most());
            case FieldType.Money money -> "金额，元，至多两位小数";
            case FieldType.Day day -> "日期，如2023-06-01";
            case FieldType.Month month -> "月份，如2023-06";
            case FieldType.Moment moment -> "时间，如2023-06-01 09:00:00";
            case FieldType.Truth truth -> "是或否";
            case FieldType.Coded coded -> String.join("、", labels(field));
            case FieldType.Division division -> "行政区划代码，6位";
            case FieldType.Office office -> "填报单位的名称或代码";
            case FieldType.CreditCode code -> "统一社会信用代码，18位";
            case FieldType.CitizenId id -> "证件号码";
            case FieldType.Token token -> "64位十六进制数";
        };
    }

    private static List<String> labels(Field field) {
        return field.codes().stream()
                .flatMap(list -> list.codes().stream())
                .map(Code::label)
                .map(label -> label.zh())
                .toList();
    }
}
