package org.jianxi.gateway.registries.blind;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registry's snapshot as the asker has it: says something only of people whose keys are given. */
public final class Snapshot {

    private static final int MOST_WORDS = 10_000;
    private static final int LONGEST_SLOT = 1024;

    /** More entries than this of one person are passed over: a registry that says so much says nothing. */
    private static final int MOST_OF_ONE_PERSON = 64;

    private final Path file;
    private final List<byte[]> words = new ArrayList<>();
    private long begin;

    private Snapshot(Path file) {
        this.file = file;
    }

    /** Hears of one entry of one person. */
    @FunctionalInterface
    public interface EntrySink {

        /** @param nameToken to compare with {@link PersonKey#nameToken} */
        void entry(PersonKey person, long nameToken, String category);
    }

    /** Throws {@link IOException} for a file that is no snapshot. */
    public static Snapshot open(Path file) throws IOException {
        var snapshot = new Snapshot(file);
        try (var stream = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var magic = stream.readLong();
            var count = stream.readInt();
            var slot = stream.readInt();
            if (magic != SnapshotMaker.MAGIC || count < 0 || count > MOST_WORDS || slot < 0 || slot > LONGEST_SLOT) {
                throw new IOException(file + " is no snapshot");
            }
            for (var at = 0; at < count; at++) {
                snapshot.words.add(stream.readNBytes(slot));
            }
            snapshot.begin = Long.BYTES + 2L * Integer.BYTES + (long) count * slot;
            if ((Files.size(file) - snapshot.begin) % Entry.LENGTH != 0) {
                throw new IOException(file + " is cut off");
            }
            return snapshot;
        }
    }

    /** Reads the file once, and once more for each further row that somebody has. */
    public void find(Iterable<PersonKey> people, EntrySink sink) throws IOException {
        var wanted = new HashMap<EntryTag, PersonKey>();
        people.forEach(person -> wanted.put(Entry.tag(person, 0), person));
        var looked = wanted;
        for (var occurrence = 0; occurrence < MOST_OF_ONE_PERSON && !looked.isEmpty(); occurrence++) {
            var next = new HashMap<EntryTag, PersonKey>();
            for (var found : pass(looked, occurrence, sink)) {
                next.put(Entry.tag(found, occurrence + 1), found);
            }
            looked = next;
        }
    }

    private List<PersonKey> pass(Map<EntryTag, PersonKey> wanted, int occurrence, EntrySink sink) throws IOException {
        var found = new ArrayList<PersonKey>();
        try (var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            stream.skipNBytes(begin);
            var sealed = new byte[Entry.LENGTH];
            while (stream.readNBytes(sealed, 0, Entry.LENGTH) == Entry.LENGTH) {
                var tag = ByteBuffer.wrap(sealed);
                var person = wanted.get(new EntryTag(tag.getLong(), tag.getInt()));
                if (person != null) {
                    var entry = Entry.opened(sealed, person, occurrence);
                    sink.entry(person, entry.nameToken(), category(entry));
                    found.add(person);
                }
            }
        }
        return found;
    }

    private String category(Entry entry) throws IOException {
        if (entry.category() == 0) {
            return "";
        }
        if (entry.category() > words.size()) {
            throw new IOException("an entry of an unknown category");
        }
        return SealedWords.opened(words.get(entry.category() - 1), entry.wordKey())
                .orElseThrow(() -> new IOException("a category that does not open"));
    }
}
