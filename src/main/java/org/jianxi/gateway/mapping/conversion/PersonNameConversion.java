package org.jianxi.gateway.mapping.conversion;

import java.util.regex.Pattern;
import org.jianxi.gateway.mapping.notation.FieldText;

/** Names: blanks between Chinese characters go, and every middle dot of a minority name is · (U+00B7). */
record PersonNameConversion(TextConversion text) implements Conversion.OfText {

    private static final Pattern DOTS = Pattern.compile(" *[•．‧・●∙⋅･᛫] *|(?<=\\p{IsHan}) *\\. *(?=\\p{IsHan})");
    private static final Pattern GAPS = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");

    @Override
    public Converted ofText(String written) {
        var dotted = DOTS.matcher(FieldText.spaced(written)).replaceAll("·");
        return text.ofText(GAPS.matcher(dotted).replaceAll(""));
    }
}
