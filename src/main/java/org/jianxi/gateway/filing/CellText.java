package org.jianxi.gateway.filing;

/**
 * Text on its way into a cell of a spreadsheet. A program that opens the file must never take it for a formula.
 *
 * <p>Half- and full-width signs count alike, and what a spreadsheet trims away before looking is trimmed before looking here.
 */
public record CellText(String text) {

    private static final String FORMULA_STARTS = "=+-@＝＋－＠\u2212";

    public boolean looksLikeFormula() {
        var first = text.codePoints().dropWhile(CellText::isInvisible).findFirst();
        return first.isPresent() && FORMULA_STARTS.indexOf(first.getAsInt()) >= 0 || startsWithControl();
    }

    /** The text itself, or with an apostrophe before it where it could be taken for a formula. */
    public String neutralised() {
        return looksLikeFormula() ? "'" + text : text;
    }

    private boolean startsWithControl() {
        return !text.isEmpty() && Character.isISOControl(text.charAt(0));
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }
}
