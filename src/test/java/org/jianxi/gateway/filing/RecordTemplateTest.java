package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.FilledWorkbook;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A workbook filled in by hand is read by the mapping that is made with it, code words and all. */
class RecordTemplateTest {

    private static final Datasets DATASETS = Datasets.load(Path.of(""));

    @Test
    void everyDatasetsWorkbookFilledInSaysWhatTheCanonicalRecordSays() throws IOException {
        assertThat(DATASETS.canonical()).hasSize(8);
        for (var dataset : DATASETS.canonical()) {
            var record = record(dataset);

            var read = FilledWorkbook.read(RecordTemplate.mapping(dataset), filled(dataset, record));

            assertThat(read.errors()).as(dataset.id()).isEmpty();
            assertThat(read.records()).as(dataset.id()).containsExactly(record.toString());
        }
    }

    @Test
    void noTwoColumnsOfAWorkbookAreCalledAlikeAndNoneIsAPath() {
        for (var dataset : DATASETS.canonical()) {
            var columns = new HashSet<String>();
            for (var field : dataset.fields()) {
                assertThat(columns.add(RecordTemplate.column(field)))
                        .as(field.name())
                        .isTrue();
                assertThat(RecordTemplate.column(field)).doesNotContain("/");
            }
        }
    }

    private static ObjectNode record(Dataset dataset) {
        return switch (dataset.id()) {
            case "trainees" -> Trainees.graduate(1);
            case "placements" -> Trainees.placement(1);
            default -> Deliverables.all().get(dataset.id());
        };
    }

    private static byte[] filled(Dataset dataset, ObjectNode record) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(RecordTemplate.write(dataset)));
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheet(dataset.title().zh());
            var row = sheet.createRow(1);
            var column = 0;
            for (var field : dataset.fields()) {
                assertThat(sheet.getRow(0).getCell(column).getStringCellValue())
                        .isEqualTo(RecordTemplate.column(field));
                if (record.has(field.name())) {
                    row.createCell(column).setCellValue(said(field, record.path(field.name())));
                }
                column++;
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** As a person says it: the code's name, yes or no. */
    private static String said(Field field, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "是" : "否";
        }
        var text = value.asString("");
        return field.codes().stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> code.code().equals(text))
                .map(Code::label)
                .map(label -> label.zh())
                .findFirst()
                .orElse(text);
    }
}
