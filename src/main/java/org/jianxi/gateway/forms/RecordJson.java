package org.jianxi.gateway.forms;

import java.io.StringWriter;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The canonical JSON of a record: whole numbers and truths as such, everything else as text. */
public final class RecordJson {

    private static final String REMOVED = "removed";

    /** Characters that most records need at the most. */
    private static final int ROOM = 1_024;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private RecordJson() {}

    /** What {@link #tree} prints, without the tree. */
    public static String text(CanonicalRecord content) {
        var text = new StringWriter(ROOM);
        try (var json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            content.values().forEach((name, value) -> {
                switch (value) {
                    case FieldValue.Whole whole -> json.writeNumberProperty(name, whole.number());
                    case FieldValue.Truth truth -> json.writeBooleanProperty(name, truth.holds());
                    default -> json.writeStringProperty(name, value.written());
                }
            });
            if (content.removal()) {
                json.writeBooleanProperty(REMOVED, true);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

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
            tree.put(REMOVED, true);
        }
        return tree;
    }
}
