package org.jianxi.gateway.forms;

/**
 * The bounds of a canonical document, written once: JSON Schema, XSD and the readers take them from here.
 *
 * <p>JSON Schema cannot tell 812.0 from 812, so every reader takes a whole number however it is written.
 */
final class CanonicalWords {

    static final String FAMILY = "urn:jianxi:canonical:";
    static final String NAMESPACE = FAMILY + "1";
    static final String ROOT = "monthlyReturn";
    static final long MOST_COUNT = 999_999_999;
    static final int MOST_REVISION = 999_999;
    static final int MOST_EXPLANATIONS = 100;
    static final int LONGEST_RULE = 40;
    static final int LONGEST_TEXT = 2_000;

    static final String PERIOD = "[0-9]{4}-(0[1-9]|1[0-2])";
    static final String SENDER = "[0-9]{6}";
    static final String COMMITMENT = "[0-9a-f]{64}";
    static final String MONEY = "(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?";
    static final String RULE = "[A-Z]-[A-Z0-9]+(-[A-Z0-9]+)*";

    /** What XML 1.0 cannot carry, JSON may not either, or the two forms would not say the same. */
    static final String TEXT = "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]{1,2000}";

    private CanonicalWords() {}
}
