package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ProvincialReturn.FilledIn;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.Mapper;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet we print is one we can read, of whatever edition, and nothing on it is calculated. */
class OfficialSheetReadBackTest {

    private final ReturnDocuments documents = new ReturnDocuments(June.form(), June.UNITS);

    @Test
    void theSheetReadsBackAsTheFiguresItWasMadeFrom() {
        var forms = ReturnForms.load(June.HOME, Sm3::of);
        var file = June.HOME.resolve("mappings/official/monthly-return.yaml");
        var mapping = MappingFile.load(June.HOME, file, forms, Sm3::of);
        var context = new MappingContext(
                MediaType.XLSX, Optional.of(June.PERIOD), Optional.of(new Sender("530100")), June.UNITS);

        var mapped = new Mapper().map(mapping, documents.write(ReturnFormat.XLSX, June.filed()), context);

        assertThat(mapped.findings()).isEmpty();
        assertThat(((Mapped.Read) mapped).draft().figures())
                .isEqualTo(asPrinted(June.filed().figures().totals()));
    }

    /** 万元 are printed with two decimals, so the sheet alone does not know the last fen. */
    private static Figures asPrinted(Figures figures) {
        var printed = Figures.NONE;
        for (var indicator : June.form().indicators()) {
            var text = June.form().print(indicator.number(), figures.of(indicator.number()));
            var amount = indicator.unit().amountOf(new BigDecimal(text)).orElseThrow();
            printed = printed.with(indicator.number(), amount);
        }
        return printed;
    }

    @ParameterizedTest
    @EnumSource(ReturnFormat.class)
    void aLaterEditionWithAnIndicatorMoreIsWrittenWithoutNewCode(ReturnFormat format) {
        var edition = ReturnForms.load(June.HOME.resolve("src/test/resources/editions"), Sm3::of)
                .find("MOHRSS-2027")
                .orElseThrow();
        var empty = Rollup.of(edition, June.PERIOD, June.UNITS, List.of());

        var written = new ReturnDocuments(edition, June.UNITS).write(format, ProvincialReturn.unsigned(empty));

        assertThat(written).isNotEmpty();
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        var names = new FilledIn("=1+1", "@SUM(1)", "+8687100000000");
        var filed = new ProvincialReturn(1, June.filed().figures(), names);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(documents.write(ReturnFormat.XLSX, filed)))) {
            var kinds = new ArrayList<CellType>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> kinds.add(cell.getCellType())));
            assertThat(kinds).contains(CellType.STRING, CellType.NUMERIC).doesNotContain(CellType.FORMULA);
        }
    }
}
