package org.jianxi.gateway.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * One dataset of the dictionary: what a record of it holds.
 *
 * @param entity what {@code schemas/codes/dictionary.csv} calls it
 * @param key the fields that tell one record from another
 * @param keyWithoutId those that do where the source gives its records no ids; empty where it must
 * @param elsewhere rows of the dictionary that another definition holds, and which
 * @param fields in the order of a record
 */
public record Dataset(
        String id,
        Bilingual title,
        String entity,
        List<String> key,
        List<String> keyWithoutId,
        Map<String, String> elsewhere,
        List<Field> fields) {

    /** The one dataset whose figures are read by number, not by field. */
    public static final String MONTHLY_RETURN = "monthly-return";

    public Dataset {
        key = List.copyOf(key);
        keyWithoutId = List.copyOf(keyWithoutId);
        elsewhere = new LinkedHashMap<>(elsewhere);
        fields = List.copyOf(fields);
    }

    public Optional<Field> find(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }

    /** Whether its documents hold many records rather than one return. */
    public boolean isOfRecords() {
        return !id.equals(MONTHLY_RETURN);
    }
}
