package org.jianxi.gateway.mapping.conversion;

import java.util.Map;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.FieldText;

/**
 * Division codes of 6, 9 or 12 digits, kept down to the county; names where the mapping says so.
 *
 * @param anywhere codes of other provinces are good by their shape, for their tables are not here
 * @param names whether names are read
 * @param own the source's own names
 */
record DivisionConversion(DivisionCodes divisions, boolean anywhere, boolean names, Map<String, String> own)
        implements Conversion.OfText {

    private static final Pattern WRITTEN = Pattern.compile("([1-8][0-9]{5})([0-9]{3})?([0-9]{3})?");
    private static final String HERE = "53";

    DivisionConversion {
        own = Map.copyOf(own);
    }

    @Override
    public Converted ofText(String text) {
        var label = Characters.label(text);
        var mine = own.get(FieldText.word(text));
        if (mine != null) {
            return Converted.text(mine);
        }
        if (Conversion.isDamaged(label)) {
            return Conversion.damaged();
        }
        var digits = WRITTEN.matcher(label);
        if (!digits.matches()) {
            return names ? named(label) : refused("不是6、9或12位行政区划代码", "is no division code of 6, 9 or 12 digits");
        }
        var code = digits.group(1);
        if (divisions.wasAbolished(code)) {
            return Converted.told(
                    new FieldValue.Text(code),
                    FieldDemand.DIVISION_OLD,
                    "行政区划代码已撤销",
                    "is a division code that was abolished");
        }
        if (!divisions.inForce(code) && (!anywhere || code.startsWith(HERE))) {
            return refused("不是现行的行政区划代码", "is no division code in force");
        }
        return label.length() == 6 || Long.parseLong(label.substring(6)) == 0
                ? Converted.text(code)
                : Converted.told(
                        new FieldValue.Text(code),
                        FieldDemand.DIVISION_CUT,
                        "细于县级，只保留前6位",
                        "is finer than a county; its first six digits are kept");
    }

    private Converted named(String name) {
        return divisions
                .named(name)
                .map(Converted::text)
                .orElseGet(() -> refused("不是唯一的行政区划名称", "is no name of exactly one division"));
    }

    private static Converted refused(String zh, String en) {
        return Converted.refused(FieldDemand.DIVISION, zh, en);
    }
}
