package org.jianxi.gateway.records;

import java.util.regex.Pattern;

/**
 * Free text on its way to everybody. A field that is public by its meaning may still hold somebody's number, because people write what
 * they like into benefits and addresses; an office's own line is no person's and stays.
 */
final class PublicText {

    private static final String LEFT_OUT = "（略）";

    /** A mobile number, with the country's code or signs between its digits, or a citizen's number of 18 or 15 digits. */
    private static final Pattern A_PERSONS = Pattern.compile("(?<![0-9])(?:"
            + "(?:(?:\\+|00)?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
            + "|[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
            + "|[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}"
            + ")(?![0-9])");

    private PublicText() {}

    /** The text with every number that is a person's left out; digits of any script count. */
    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(unit -> plain.append((char) (isWideDigit(unit) ? unit - '０' + '0' : unit)));
        var found = A_PERSONS.matcher(plain);
        return found.find() ? found.replaceAll(LEFT_OUT) : text;
    }

    private static boolean isWideDigit(int unit) {
        return unit >= '０' && unit <= '９';
    }
}
