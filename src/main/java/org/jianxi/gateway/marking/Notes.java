package org.jianxi.gateway.marking;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jianxi.gateway.canonical.Finding;

/** Comments beside the cells of one sheet. A comment that is there already keeps its text, ours stands below it. */
final class Notes {

    private static final String AUTHOR = "见习网关 Jianxi Gateway";
    private static final int WIDE = 5;
    private static final int HIGH = 9;
    private static final int RIGHT_END = 60 * Units.EMU_PER_PIXEL;
    private static final int LONGEST = 8_000;

    private final Drawing<?> drawing;
    private final CreationHelper helper;
    private final FindingText words;

    Notes(Drawing<?> drawing, CreationHelper helper, FindingText words) {
        this.drawing = drawing;
        this.helper = helper;
        this.words = words;
    }

    void attach(Cell cell, List<Finding> findings) {
        var text = shortened(findings.stream().map(words::whole).collect(Collectors.joining("\n\n")));
        var before = cell.getCellComment();
        if (before != null && before.getString() instanceof XSSFRichTextString theirs) {
            theirs.append("\n\n" + text);
            before.setString(theirs);
            return;
        }
        var anchor = helper.createClientAnchor();
        // the library takes the box's first cell for the comment's own, so the box begins in that cell, at its right
        // end
        anchor.setCol1(cell.getColumnIndex());
        anchor.setDx1(RIGHT_END);
        anchor.setCol2(cell.getColumnIndex() + 1 + WIDE);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + HIGH);
        var comment = drawing.createCellComment(anchor);
        comment.setAuthor(AUTHOR);
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
