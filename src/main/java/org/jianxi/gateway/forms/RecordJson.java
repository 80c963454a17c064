package org.jianxi.gateway.forms;

import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The canonical JSON of a record: whole numbers and truths as such, everything else as text. */
public final class RecordJson {

    private RecordJson() {}

    /** Members in the dictionary's order; behind those of a record that is gone, {@code removed}. */
    public static ObjectNode tree(CanonicalRecord content) {
        var tree = JsonNodeFactory.instance.objectNode();
        content.values().forEach((name, value) -> {
            switch (value) {
                case FieldValue.Whole whole -> tree.put(name, whole.number());
                case FieldValue.Truth truth -> tree.put(name, truth.holds());
                default -> tree.put(name, value.written());
            }
        });
        if (content.removal()) {
            tree.put("removed", true);
        }
        return tree;
    }
}
