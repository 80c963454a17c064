package org.jianxi.gateway.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a record must have a field. */
public sealed interface Required {

    record Always() implements Required {}

    record Never() implements Required {}

    /** The gateway gives it where the source has none. */
    record Assigned() implements Required {}

    /** It depends on more than the record itself. */
    record Elsewhere() implements Required {}

    /** @param fields as soon as each of these has one of the values, or any value where the list is empty */
    record When(Map<String, List<String>> fields) implements Required {
        public When {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
