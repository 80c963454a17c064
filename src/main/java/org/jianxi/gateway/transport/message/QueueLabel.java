package org.jianxi.gateway.transport.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a message on a topic or queue says about the document in it, by an allow-list of ours: whatever else it carries is left
 * unread. A name counts without regard to case, hyphens and underscores, as the systems spell them differently.
 */
public final class QueueLabel {

    static final String DATASET = "dataset";
    static final String PERIOD = "period";
    public static final String SENDER = "sender";
    static final String CONTENT_TYPE = "contenttype";
    static final String IDEMPOTENCY_KEY = "idempotencykey";
    static final String SIGNATURE = "signaturecms";
    static final String CORRELATION_ID = "correlationid";

    private static final Set<String> NAMES =
            Set.of(DATASET, PERIOD, SENDER, CONTENT_TYPE, IDEMPOTENCY_KEY, SIGNATURE, CORRELATION_ID);

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** Keeps it when it is one of ours; two different values of one name are remembered as a fault. */
    public QueueLabel with(String name, String value) {
        var plain = plain(name);
        if (NAMES.contains(plain)) {
            var before = values.put(plain, value);
            if (before != null && !before.equals(value)) {
                twice.add(plain);
            }
        }
        return this;
    }

    public static boolean isOurs(String name) {
        return NAMES.contains(plain(name));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Names that stand there with two meanings. */
    Set<String> twice() {
        return new TreeSet<>(twice);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
