package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Field;

/**
 * Something that a mapping must or may find a place for.
 *
 * @param id an indicator's number, a field's name
 * @param labels every wording known for it, the proper one first
 * @param codes names that programs give it: its own in the canonical form, and those of vendors
 * @param whole the target that this is a part of
 * @param field what is known of its values; empty for an indicator
 */
record Target(
        String id,
        Bilingual label,
        List<String> labels,
        List<String> codes,
        Optional<String> whole,
        Optional<Field> field,
        boolean required) {

    Target {
        labels = List.copyOf(labels);
        codes = List.copyOf(codes);
    }
}
