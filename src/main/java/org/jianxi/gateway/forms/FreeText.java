package org.jianxi.gateway.forms;

import java.util.function.Predicate;

/**
 * Texts of free wording: what {@link RecordWords} says of them in an expression, without taking each character through its ranges. Most of
 * what a record says is such text.
 *
 * @param longest in code points; as in the expression, two at the least
 */
record FreeText(int longest) implements Predicate<String> {

    private static final char REVERSED_MARK = '\ufffe';
    private static final char NO_CHARACTER = '\uffff';

    @Override
    public boolean test(String text) {
        return !text.isEmpty()
                && isVisible(text.charAt(0))
                && isVisible(text.charAt(text.length() - 1))
                && text.chars().allMatch(FreeText::isAllowed)
                && text.codePointCount(0, text.length()) <= Math.max(longest, 2);
    }

    private static boolean isVisible(int unit) {
        return unit > ' ' && isAllowed(unit);
    }

    private static boolean isAllowed(int unit) {
        return (unit >= ' ' || unit == '\t' || unit == '\n' || unit == '\r')
                && unit != REVERSED_MARK
                && unit != NO_CHARACTER;
    }
}
