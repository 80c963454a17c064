package org.jianxi.gateway.filing.report;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The looks of the report. Fonts are named, not embedded: 宋体, 仿宋 and 黑体 are on every office machine. */
final class ReportStyles {

    static final String TITLE = "Title";
    static final String HEADING = "Heading1";
    static final String CAPTION = "Caption";

    /** What can be written on across, in twips (1/1440 inch). */
    static final int WIDTH = 14910;

    private static final int LONG_SIDE = 16838;
    private static final int SHORT_SIDE = 11906;
    private static final int MARGIN = 964;

    private final XWPFDocument document;

    ReportStyles(XWPFDocument document) {
        this.document = document;
    }

    void apply() {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        named(fonts, "仿宋");
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("zh-CN");
        styles.addStyle(new XWPFStyle(style(TITLE, "Title", new Look("宋体", 20, Optional.empty(), true)), styles));
        styles.addStyle(new XWPFStyle(style(HEADING, "heading 1", new Look("黑体", 14, Optional.of(0), false)), styles));
        styles.addStyle(new XWPFStyle(style(CAPTION, "caption", new Look("黑体", 10, Optional.empty(), true)), styles));
        a4Landscape();
        pageNumbers();
    }

    /** @param level in the outline by which a reader moves about; none for what is no heading */
    private record Look(String font, int points, Optional<Integer> level, boolean centred) {}

    private static CTStyle style(String id, String name, Look look) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(160));
        spacing.setAfter(BigInteger.valueOf(80));
        if (look.centred()) {
            paragraph.addNewJc().setVal(STJc.CENTER);
        }
        look.level().ifPresent(level -> paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level)));
        var run = style.addNewRPr();
        named(run.addNewRFonts(), look.font());
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(2L * look.points()));
        return style;
    }

    private static void named(CTFonts fonts, String font) {
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
    }

    private void a4Landscape() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(LONG_SIDE));
        size.setH(BigInteger.valueOf(SHORT_SIDE));
        size.setOrient(STPageOrientation.LANDSCAPE);
        var margin = section.addNewPgMar();
        var width = BigInteger.valueOf(MARGIN);
        margin.setTop(width);
        margin.setBottom(width);
        margin.setLeft(width);
        margin.setRight(width);
    }

    private void pageNumbers() {
        var paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }
}
