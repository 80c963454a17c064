package org.jianxi.gateway.registries.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jianxi.gateway.registries.files.QuotedRows;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.files.RowSink;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.PackedId;
import org.jspecify.annotations.Nullable;

/** The people to be compared, in some 80 bytes each: what was sent, the comparable name, the key. Row 0 is the first. */
public final class People {

    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private final TextPool sent = new TextPool();
    private final TextPool names = new TextPool();
    private final NameForms forms;
    private long[] keys = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int valid;
    private @Nullable SortedKeys sorted;

    private People(NameForms forms) {
        this.forms = forms;
    }

    /** Throws {@link TooManyPeople} where they would not fit. */
    public static People read(TableFile table, NameForms forms, ReadSoFar progress) {
        var people = new People(forms);
        RowSink sink = (line, idNumber, name, category) -> people.add(idNumber, name);
        new QuotedRows(table, sink).all(progress);
        people.sorted = SortedKeys.of(people.keys, people.rows, people.valid);
        people.keys = new long[0];
        people.rows = new int[0];
        return people;
    }

    private void add(String idNumber, String name) {
        if (sent.used() + names.used() > MOST_BYTES) {
            throw new TooManyPeople(sent.size());
        }
        var packed = PackedId.read(idNumber);
        if (packed != PackedId.NONE) {
            if (valid == keys.length) {
                keys = Arrays.copyOf(keys, valid + (valid >> 1));
                rows = Arrays.copyOf(rows, valid + (valid >> 1));
            }
            keys[valid] = Spread.of(packed);
            rows[valid++] = sent.size();
        }
        sent.add(idNumber);
        names.add(forms.comparable(name));
    }

    public int size() {
        return sent.size();
    }

    /** How many have a citizen's number. */
    public int valid() {
        return valid;
    }

    public SortedKeys keys() {
        if (sorted == null) {
            throw new IllegalStateException("Not read to the end");
        }
        return sorted;
    }

    public String idNumber(int row) {
        return sent.text(row);
    }

    /** The name's form that can be compared; empty where there is none, and then it agrees with no other. */
    public String comparableName(int row) {
        return names.text(row);
    }

    /** Whether the registry's name is this person's; two names that are both blank agree in nothing. */
    boolean isNamed(int row, String nameInRegistry) {
        return !names.isEmpty(row)
                && names.isText(row, forms.comparable(nameInRegistry).getBytes(StandardCharsets.UTF_8));
    }
}
