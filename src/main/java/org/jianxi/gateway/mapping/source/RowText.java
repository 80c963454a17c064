package org.jianxi.gateway.mapping.source;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.mapping.notation.RowNames;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/** What a record says, by column or member, as expressions see it: {@code r['状态']}. Looked up when asked for. */
public final class RowText extends AbstractMap<String, String> {

    private final RowNames names;
    private final SourceDocument record;
    private final Map<String, Optional<String>> known = new HashMap<>();

    public RowText(RowNames names, SourceDocument record) {
        this.names = names;
        this.record = record;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && text(name).isPresent();
    }

    @Override
    public @Nullable String get(Object key) {
        return key instanceof String name ? text(name).orElse(null) : null;
    }

    /** Nobody lists a record: there are no loops. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }

    private Optional<String> text(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private Optional<String> read(String name) {
        return names.address(name).flatMap(address -> switch (record.find(address)) {
            case Answer.Found found -> Optional.of(text(found.value()));
            case Answer.NoSuchPlace none -> Optional.empty();
            case Answer.Several several -> Optional.empty();
        });
    }

    private static String text(Value value) {
        return value instanceof Value.Truth truth
                ? Boolean.toString(truth.value())
                : value.asText().strip();
    }
}
