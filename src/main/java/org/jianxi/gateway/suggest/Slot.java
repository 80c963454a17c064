package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Map;

/**
 * A place of a sample that a mapping could point to.
 *
 * @param order where it stands among the others, from 0
 * @param words how a mapping would say it: {@code from}, {@code at}, {@code row}, {@code document}
 * @param labels what names it: its header, its member, the label or code of its row
 * @param context what it stands under, from the outside in
 * @param values what stands there, in the order of the sample
 */
record Slot(int order, Map<String, Object> words, List<String> labels, List<String> context, List<Said> values) {

    Slot {
        labels = List.copyOf(labels);
        context = List.copyOf(context);
        values = List.copyOf(values);
    }

    /** For people: the address alone. */
    String shown() {
        return String.valueOf(words.getOrDefault(
                "from", words.getOrDefault("at", words.getOrDefault("document", labels.getFirst()))));
    }

    boolean isOfDocument() {
        return words.containsKey("document");
    }
}
