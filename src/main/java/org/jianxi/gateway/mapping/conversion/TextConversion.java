package org.jianxi.gateway.mapping.conversion;

import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.FieldText;

/**
 * Text: outer blanks go, line breaks become blanks, invisible characters are told of. Where the field has a shape, full-width
 * letters and inner blanks are folded too. Nothing is ever cut.
 */
record TextConversion(FieldType.Text type) implements Conversion.OfText {

    @Override
    public Converted ofText(String text) {
        if (FieldText.turnsDirection(text)) {
            return Converted.refused(
                    FieldDemand.TEXT, "含有改变文字方向的字符", "holds characters that turn the direction of text");
        }
        var clean = type.shape().isPresent() ? Characters.label(text) : FieldText.visible(text);
        var length = clean.codePointCount(0, clean.length());
        if (length > type.longest()) {
            return Converted.refused(
                    FieldDemand.TEXT,
                    "有%d个字符，最多%d个".formatted(length, type.longest()),
                    "has %d characters, at most %d are kept".formatted(length, type.longest()));
        }
        if (type.shape().isPresent() && !type.shape().get().matcher(clean).matches()) {
            return Conversion.isDamaged(clean)
                    ? Conversion.damaged()
                    : Converted.refused(FieldDemand.TEXT, "不符合规定格式", "does not have the shape of this field");
        }
        if (clean.isEmpty()) {
            return Converted.BLANK;
        }
        return type.shape().isEmpty() && FieldText.hidesSomething(text)
                ? Converted.told(
                        new FieldValue.Text(clean),
                        FieldDemand.CHARACTERS,
                        "含有不可见的字符，未保留",
                        "holds invisible characters, which were not kept")
                : Converted.text(clean);
    }
}
