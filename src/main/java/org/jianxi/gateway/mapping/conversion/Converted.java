package org.jianxi.gateway.mapping.conversion;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.StatedRule;

/** What came of one value. The reasons never repeat the value: whether it may be shown is for whoever tells it. */
public sealed interface Converted {

    Converted BLANK = new Blank();

    record Good(FieldValue value) implements Converted {}

    /** A value, and something that was lost or assumed on the way. */
    record Told(FieldValue value, StatedRule rule, Bilingual why) implements Converted {}

    /** Nothing was stated. */
    record Blank() implements Converted {}

    record Refused(StatedRule rule, Bilingual why) implements Converted {}

    static Converted text(String text) {
        return new Good(new FieldValue.Text(text));
    }

    static Converted refused(StatedRule rule, String zh, String en) {
        return new Refused(rule, new Bilingual(zh, en));
    }

    static Converted told(FieldValue value, StatedRule rule, String zh, String en) {
        return new Told(value, rule, new Bilingual(zh, en));
    }
}
