package org.jianxi.gateway.canonical;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a record's few fields in their order, unmodifiable. Two arrays, because there are a hundred thousand records. */
public final class FieldValues extends AbstractMap<String, FieldValue> {

    private final String[] names;
    private final FieldValue[] values;

    private FieldValues(String[] names, FieldValue[] values) {
        this.names = names;
        this.values = values;
    }

    static FieldValues copyOf(Map<String, FieldValue> given) {
        if (given instanceof FieldValues unmodifiable) {
            return unmodifiable;
        }
        var builder = new Builder(given.size());
        given.forEach(builder::put);
        return builder.build();
    }

    /** Takes values up in their order, each field once, for one record after another: those of the same fields share their names. */
    public static final class Builder {

        private final String[] names;
        private final FieldValue[] values;
        private String[] shared = {};
        private int count;

        /** @param most how many will be put */
        public Builder(int most) {
            names = new String[most];
            values = new FieldValue[most];
        }

        public void put(String name, FieldValue value) {
            names[count] = name;
            values[count++] = value;
        }

        public FieldValues build() {
            if (!Arrays.equals(names, 0, count, shared, 0, shared.length)) {
                shared = Arrays.copyOf(names, count);
            }
            var built = new FieldValues(shared, Arrays.copyOf(values, count));
            count = 0;
            return built;
        }
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable FieldValue get(@Nullable Object name) {
        for (var at = 0; at < names.length; at++) {
            if (names[at].equals(name)) {
                return values[at];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, FieldValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, FieldValue>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Entry<String, FieldValue>> entries() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < names.length;
            }

            @Override
            public Entry<String, FieldValue> next() {
                if (at >= names.length) {
                    throw new NoSuchElementException();
                }
                return Map.entry(names[at], values[at++]);
            }
        };
    }
}
