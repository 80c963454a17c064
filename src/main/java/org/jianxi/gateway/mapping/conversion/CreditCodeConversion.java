package org.jianxi.gateway.mapping.conversion;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.mapping.notation.Characters;

/** GB 32100: 18 characters, the last of them checked. Blanks and hyphens between them go, letters become capitals. */
record CreditCodeConversion() implements Conversion.OfText {

    private static final Pattern WRITTEN = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{9}");

    @Override
    public Converted ofText(String text) {
        var code = Characters.label(text).replace("-", "").toUpperCase(Locale.ROOT);
        if (Conversion.isDamaged(code)) {
            return Conversion.damaged();
        }
        if (ORGANISATION.matcher(code).matches()) {
            return refused(
                    "是9位组织机构代码，应为18位统一社会信用代码", "is an organisation code of nine characters, not a credit code of 18");
        }
        if (!WRITTEN.matcher(code).matches()) {
            return refused("应为18位统一社会信用代码", "is not a credit code of 18 characters");
        }
        return CheckDigits.credit(code) == code.charAt(17)
                ? Converted.text(code)
                : refused("校验位不符", "has the wrong check digit");
    }

    private static Converted refused(String zh, String en) {
        return Converted.refused(FieldDemand.CREDIT_CODE, zh, en);
    }
}
