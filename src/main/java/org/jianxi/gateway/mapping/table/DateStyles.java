package org.jianxi.gateway.mapping.table;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.documents.XmlStream;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show numbers as dates or times (ECMA-376 part 1, 18.8.30 and 18.8.31). */
final class DateStyles {

    static final DateStyles NONE = new DateStyles();

    private final Set<Integer> formats = new HashSet<>();
    private final BitSet styles = new BitSet();

    private DateStyles() {}

    static DateStyles read(XmlStream part) throws XMLStreamException {
        var dates = new DateStyles();
        var inCellStyles = false;
        var style = 0;
        while (part.hasNext()) {
            var event = part.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (part.getLocalName()) {
                    case "numFmt" -> dates.define(part);
                    case "cellXfs" -> inCellStyles = true;
                    case "xf" -> {
                        if (inCellStyles && style < 100_000) {
                            dates.styles.set(style++, dates.isDate(number(part.getAttributeValue("", "numFmtId"))));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && part.getLocalName().equals("cellXfs")) {
                inCellStyles = false;
            }
        }
        return dates;
    }

    boolean isDateStyle(int style) {
        return style >= 0 && styles.get(style);
    }

    private void define(XmlStream part) {
        var code = part.getAttributeValue("", "formatCode");
        if (code != null && showsDate(code)) {
            formats.add(number(part.getAttributeValue("", "numFmtId")));
        }
    }

    /** The built-in ones, those of East Asian editions among them, or one that the workbook defines. */
    private boolean isDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58)
                || formats.contains(format);
    }

    /** Whether a format has a letter of dates outside quoted text, escapes and brackets. */
    static boolean showsDate(String code) {
        var end = (char) 0;
        for (var at = 0; at < code.length(); at++) {
            var one = Character.toLowerCase(code.charAt(at));
            if (end != 0) {
                end = one == end ? 0 : end;
            } else if (one == '"') {
                end = '"';
            } else if (one == '[') {
                end = code.regionMatches(true, at + 1, "h", 0, 1) || code.regionMatches(true, at + 1, "m", 0, 1)
                        ? 0
                        : ']';
            } else if (one == '\\' || one == '_' || one == '*') {
                at++;
            } else if ("ymdhs".indexOf(one) >= 0) {
                return !code.equalsIgnoreCase("general");
            }
        }
        return false;
    }

    private static int number(@Nullable String written) {
        try {
            return written == null ? -1 : Integer.parseInt(written);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
