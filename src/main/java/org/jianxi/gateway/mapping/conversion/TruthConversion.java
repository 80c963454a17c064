package org.jianxi.gateway.mapping.conversion;

import java.util.Set;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.mapping.notation.FieldText;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Yes and no in a source's words.
 *
 * @param no an empty text among them: a blank says no
 */
record TruthConversion(Set<String> yes, Set<String> no) implements Conversion {

    static final Set<String> YES =
            Set.of("是", "有", "已", "y", "yes", "true", "1", "√", "✓", "✔", "☑", "已登记", "已购买", "已参保");
    static final Set<String> NO =
            Set.of("否", "无", "未", "n", "no", "false", "0", "×", "✗", "✘", "☐", "未登记", "未购买", "未参保");

    @Override
    public Converted convert(Value value) {
        return switch (value) {
            case Value.Truth truth -> truth(truth.value());
            case Value.Text text -> text(text.text());
            case Value.Number number -> text(value.asText());
            case Value.Nothing nothing -> text("");
            case Value.Dated dated -> unknown();
            default -> Conversion.unusable(value);
        };
    }

    private Converted text(String text) {
        var word = FieldText.word(text);
        if (yes.contains(word)) {
            return truth(true);
        }
        if (no.contains(word)) {
            return truth(false);
        }
        return NOTHING.contains(word) ? Converted.BLANK : unknown();
    }

    private static Converted truth(boolean holds) {
        return new Converted.Good(new FieldValue.Truth(holds));
    }

    private static Converted unknown() {
        return Converted.refused(
                FieldDemand.TRUTH, "既不是约定的“是”，也不是约定的“否”", "is neither the agreed yes nor the agreed no");
    }
}
