package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianxi.gateway.Debian;
import org.jianxi.gateway.filing.print.NoPrintFont;
import org.jianxi.gateway.filing.print.PrintFont;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official sheet as PDF: A4 landscape, every figure the ledger's, nothing left to the reader's fonts. */
class ReturnPdfTest {

    private static final Path FONT = Path.of("/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf");
    private static final double A4_LONG = 842;
    private static final double A4_SHORT = 595;

    @BeforeEach
    void aFont() throws Exception {
        assumeTrue(Debian.has(FONT, "fonts-arphic-gbsn00lp"), "there is no font, and it could not be installed");
    }

    @Test
    void everyFigureTheHeaderTheSealLineAndTheRemarksStandOnOnePageOfA4Landscape() throws IOException {
        try (var pdf = printed()) {
            assertThat(pdf.getNumberOfPages()).isOne();
            var page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo((float) A4_LONG, org.assertj.core.data.Offset.offset(1f));
            assertThat(page.getHeight()).isCloseTo((float) A4_SHORT, org.assertj.core.data.Offset.offset(1f));
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            for (var indicator : June.form().indicators()) {
                var amount = June.filed().figures().totals().of(indicator.number());
                assertThat(text).contains(grouped(indicator.unit().print(amount)));
                assertThat(text).contains(indicator.label().zh().replaceAll("\\s+", ""));
            }
            assertThat(text).contains("2023年6月", "单位：个、人、万元", "填报人：李四", "（盖章）", "缺报单位2家", "第2次报送", "曲靖市");
        }
    }

    @Test
    void everyFontIsEmbeddedAndASubset() throws IOException {
        try (var pdf = printed()) {
            var fonts = new ArrayList<PDFont>();
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }
            assertThat(fonts)
                    .isNotEmpty()
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().contains("+"));
        }
        assertThat(bytes().length).isLessThan(200_000);
    }

    @Test
    void aFontWithoutACharacterOfTheSheetIsRefusedAndTheCharacterNamed() {
        var latin = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
        assumeTrue(Files.exists(latin));
        assertThatThrownBy(() -> new ReturnPdf(June.form(), new PrintFont(latin)).write(June.filed()))
                .isInstanceOf(NoPrintFont.class)
                .hasMessageContaining("has no character");
    }

    @Test
    void aFontThatIsNotThereIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> PrintFont.find(Optional.of(folder.resolve("none.ttf"))))
                .isInstanceOf(NoPrintFont.class)
                .hasMessageContaining("none.ttf");
    }

    private static String grouped(String figure) {
        return figure.contains(".")
                ? "%,.2f".formatted(Double.parseDouble(figure))
                : "%,d".formatted(Long.parseLong(figure));
    }

    private static byte[] bytes() {
        return new ReturnPdf(June.form(), new PrintFont(FONT)).write(June.filed());
    }

    private static PDDocument printed() throws IOException {
        var bytes = bytes();
        Files.createDirectories(Path.of("target/print"));
        Files.write(Path.of("target/print/return.pdf"), bytes);
        return Loader.loadPDF(bytes);
    }
}
