package org.jianxi.gateway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/** The canonical JSON of a record, with and without its tree. */
class RecordJsonTest {

    @Property(tries = 300)
    void theTextIsThatOfTheTree(@ForAll String text, @ForAll long number, @ForAll boolean holds, @ForAll boolean gone) {
        var values = new LinkedHashMap<String, FieldValue>();
        values.put("remark", new FieldValue.Text(text));
        values.put("headcount", new FieldValue.Whole(number));
        values.put("demonstration", new FieldValue.Truth(holds));
        var content = new CanonicalRecord("posts", 1, values, gone);

        assertThat(RecordJson.text(content)).isEqualTo(RecordJson.tree(content).toString());
    }

    @Example
    void membersStandInTheDictionarysOrder() {
        var content = new CanonicalRecord("posts", 1, Map.of("postId", new FieldValue.Text("P-\"1\"")), true);

        assertThat(RecordJson.text(content)).isEqualTo("{\"postId\":\"P-\\\"1\\\"\",\"removed\":true}");
    }
}
