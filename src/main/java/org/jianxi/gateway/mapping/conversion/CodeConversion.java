package org.jianxi.gateway.mapping.conversion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.FieldText;

/**
 * Codes by the source's own table, then by what the dictionary calls them. A source with a table of its own may use the
 * dictionary's digits for something else, so bare codes count only where there is no table.
 *
 * @param words code by what is written, compared without blanks and in lower case
 * @param otherwise what the table's unknown becomes
 */
record CodeConversion(CodeList list, Map<String, String> words, boolean bareCodes, Optional<String> otherwise)
        implements Conversion.OfText {

    CodeConversion {
        words = Map.copyOf(words);
    }

    /** @param table the source's own words; empty: it uses the dictionary's */
    static CodeConversion of(CodeList list, Map<String, String> table, Optional<String> otherwise) {
        var words = new HashMap<String, String>();
        for (var code : list.codes()) {
            words.put(FieldText.word(code.label().zh()), code.code());
            code.alsoCalled().forEach(also -> words.put(FieldText.word(also), code.code()));
        }
        table.forEach((word, code) -> words.put(FieldText.word(word), code));
        return new CodeConversion(list, words, table.isEmpty(), otherwise);
    }

    @Override
    public Converted ofText(String text) {
        var word = FieldText.word(text);
        var known = words.get(word);
        if (known != null) {
            return Converted.text(known);
        }
        var code = Characters.label(text);
        if (bareCodes && list.allows(code)) {
            return Converted.text(code);
        }
        // a spreadsheet takes 01 for the number 1
        if (bareCodes && list.allows("0" + code)) {
            return Converted.text("0" + code);
        }
        return otherwise
                .<Converted>map(other -> Converted.told(
                        new FieldValue.Text(other),
                        FieldDemand.CODE_OTHER,
                        "不在代码表中，按约定记为" + other,
                        "is not in the table and was taken as " + other + ", as agreed"))
                .orElseGet(() -> Converted.refused(FieldDemand.CODE, "不在代码表中", "is not in the list of codes"));
    }
}
