package org.jianxi.gateway.mapping.conversion;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.table.Value;

/** Turns what a document says into one type of field: exactly, or with the reason why not. Pure, and safe to share. */
@FunctionalInterface
public interface Conversion {

    /** What people put where they have nothing to say; 无 is a text of its own in fields of text. */
    Set<String> NOTHING = Set.of("", "—", "——", "―", "–", "-", "--", "/", "\\");

    /** As a spreadsheet shows a number too long for it. */
    Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,2}");

    /** A spreadsheet's numbers are exact to so many digits. */
    int EXACT_DIGITS = 15;

    Converted convert(Value value);

    /** Whether a text stands for nothing. */
    static boolean saysNothing(String text) {
        var bare = text.strip();
        return bare.length() <= 2 && NOTHING.contains(bare);
    }

    /** Whether a text is what a spreadsheet shows of a number too long for it. */
    static boolean isDamaged(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** For conversions that read text: everything a document types otherwise is written out first. */
    interface OfText extends Conversion {

        Converted ofText(String text);

        @Override
        default Converted convert(Value value) {
            return switch (value) {
                case Value.Text given -> saysNothing(given.text()) ? Converted.BLANK : ofText(given.text());
                case Value.Number number -> number(number.value());
                case Value.Dated dated -> ofText(dated.moment().toLocalDate().toString());
                case Value.Truth truth -> Converted.refused(CanonicalRule.SHAPE, "是布尔值，不是文字", "is a boolean, not text");
                default -> unusable(value);
            };
        }

        private Converted number(BigDecimal number) {
            return number.scale() < 0
                            && number.precision() <= EXACT_DIGITS
                            && number.precision() - number.scale() > EXACT_DIGITS
                    ? damaged()
                    : ofText(number.precision() - (long) number.scale() > 40 ? "?" : number.toPlainString());
        }
    }

    static Converted damaged() {
        return Converted.refused(
                FieldDemand.DAMAGED,
                "被表格软件当作数字，后几位已丢失；请把该列设为文本后重新填写",
                "was turned into a number by a spreadsheet and has lost its last digits; make the column text and fill it in again");
    }

    /** What no type can be read from. */
    static Converted unusable(Value value) {
        return switch (value) {
            case Value.Unusable unusable ->
                new Converted.Refused(unusable.rule().orElse(CanonicalRule.SHAPE), unusable.why());
            case Value.Uncomputed formula ->
                Converted.refused(
                        MappingRule.FORMULA,
                        "是没有计算结果的公式，请在Excel或WPS中打开并保存后再报送",
                        "is a formula without its result; open and save the file in Excel or WPS");
            default -> Converted.BLANK;
        };
    }
}
