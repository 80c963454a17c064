package org.jianxi.gateway.registries.identity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.Table;

/** The list of characters that stand for one another in names: {@code schemas/codes/name-variants.csv}, columns {@code variant,standard}. */
public record NameVariants(Path file) {

    private static final int HEX = 16;
    private static final int BEFORE_HEX = "U+".length();

    /** Throws {@link FileProblem} where the list names no character, or a standard form that is itself a variant. */
    public NameForms read() {
        var forms = new HashMap<Integer, String>();
        for (var row : Table.read(file).rows()) {
            forms.put(point(row, "variant"), Character.toString(point(row, "standard")));
        }
        for (var standard : forms.values()) {
            if (forms.containsKey(standard.codePointAt(0))) {
                throw new FileProblem(file.toString(), 0, standard + " is both a standard form and a variant");
            }
        }
        return new NameForms(forms);
    }

    private int point(Map<String, String> row, String column) {
        var written = row.getOrDefault(column, "");
        if (!written.matches("U\\+[0-9A-F]{4,5}")) {
            throw new FileProblem(
                    file.toString(), 0, "'" + written + "' in column " + column + " is not U+ and a number");
        }
        return Integer.parseInt(written.substring(BEFORE_HEX), HEX);
    }
}
