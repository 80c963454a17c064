package org.jianxi.gateway.suggest;

import java.util.LinkedHashMap;
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

    /** For people: the address, and behind it what the document calls it, where the address alone does not say. */
    String shown() {
        if (words.get("row") instanceof Map<?, ?> row) {
            var key = String.valueOf(row.values().iterator().next());
            return called(words.get("from") + " " + key, key);
        }
        var address = String.valueOf(words.getOrDefault(
                "from", words.getOrDefault("at", words.getOrDefault("document", labels.getFirst()))));
        return words.containsKey("at") && address.contains("[") ? called(address, address) : address;
    }

    /** Only of what holds an amount: other items may speak of people. */
    private String called(String address, String key) {
        return Shape.of(values).isOfAmounts()
                ? labels.stream()
                        .filter(label -> !key.contains(label))
                        .findFirst()
                        .map(label -> address + "  " + label)
                        .orElse(address)
                : address;
    }

    /** The same column, as it is read in the row of a join. */
    Slot joined(int at, String join) {
        var more = new LinkedHashMap<String, Object>();
        more.put("in", join);
        more.putAll(words);
        return new Slot(at, more, labels, context, values);
    }

    boolean isConstant() {
        return words.containsKey("const");
    }

    boolean isOfDocument() {
        return words.containsKey("document");
    }
}
