package org.jianxi.gateway.registries.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.PersonOfRecord;

/** Who is still to be asked for, in the order they were added: 39 bytes each, so that a million take 39 MB. For one thread. */
public final class Worklist {

    private static final int PERSON = 32;
    private static final int NAME = 6;
    private static final int WIDTH = PERSON + NAME + 1;

    private byte[] rows = new byte[WIDTH * 1024];
    private int size;
    private int next;

    public void add(PersonOfRecord person) {
        if ((size + 1) * WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, Math.addExact(rows.length, rows.length));
        }
        var at = size * WIDTH;
        System.arraycopy(person.person().bytes(), 0, rows, at, PERSON);
        person.nameBytes().ifPresent(name -> {
            System.arraycopy(name, 0, rows, at + PERSON, NAME);
            rows[at + PERSON + NAME] = 1;
        });
        size++;
    }

    public int size() {
        return size;
    }

    /** How many {@link #next} has not given yet. */
    public int left() {
        return size - next;
    }

    /** At least that many, where there are so many; whoever stands there under several names comes whole. Empty at the end. */
    public List<PersonOfRecord> next(int count) {
        var batch = new ArrayList<PersonOfRecord>();
        while (next < size && (batch.size() < count || isSamePersonAsBefore())) {
            batch.add(at(next++));
        }
        return batch;
    }

    private boolean isSamePersonAsBefore() {
        var here = next * WIDTH;
        return next > 0 && Arrays.equals(rows, here, here + PERSON, rows, here - WIDTH, here - WIDTH + PERSON);
    }

    private PersonOfRecord at(int number) {
        var at = number * WIDTH;
        var person = Digest.of(Arrays.copyOfRange(rows, at, at + PERSON));
        var name = rows[at + WIDTH - 1] == 0
                ? Optional.<String>empty()
                : Optional.of(HexFormat.of().formatHex(rows, at + PERSON, at + PERSON + NAME));
        return new PersonOfRecord(person, name);
    }
}
