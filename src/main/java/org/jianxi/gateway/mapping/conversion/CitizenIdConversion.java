package org.jianxi.gateway.mapping.conversion;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.CitizenIdCheck;

/**
 * The number of an identity document: blanks go, x becomes X. Whether it must keep GB 11643 is decided beside the record's kind of
 * document ({@link CitizenIdCheck}).
 */
record CitizenIdConversion() implements Conversion.OfText {

    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Z()-]{5,18}");

    @Override
    public Converted ofText(String text) {
        var number = Characters.label(text).toUpperCase(Locale.ROOT);
        if (number.startsWith("'") || number.startsWith("`")) {
            number = number.substring(1);
        }
        if (Conversion.isDamaged(number)) {
            return Conversion.damaged();
        }
        if (WRITTEN.matcher(number).matches()) {
            return number.equals(text)
                    ? Converted.text(number)
                    : Converted.told(
                            new FieldValue.Text(number),
                            FieldDemand.ID_WRITTEN,
                            "中的全角字符、小写x、空白或引号已改写",
                            "had full-width characters, a small x, blanks or a quote, and is written anew");
        }
        return Converted.refused(FieldDemand.CITIZEN_ID, "不是证件号码", "is not the number of an identity document");
    }
}
