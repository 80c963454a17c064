package org.jianxi.gateway.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jianxi.gateway.transport.desk.GivenName;

/**
 * Which files of a folder nobody is writing any more: size and time stood still for a while by our own clock, or their writer said
 * so. What a file's own time says proves nothing, as its sender sets it.
 *
 * <p>Camel's file component is not used here: it reads {@code \} in a name as {@code /}, so that a file called
 * {@code ..\..\x} would be taken for one outside the folder.
 */
final class SettledFiles {

    private record Seen(long size, long modified, long sinceNanos) {
        boolean sameAs(Seen other) {
            return size == other.size && modified == other.modified;
        }
    }

    private final LongSupplier nanos;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    SettledFiles(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The plain files in the folder, not below it and not links, that are unchanged since {@code settle}. */
    List<Path> in(Path folder, Duration settle) throws IOException {
        return in(folder, settle, Writing.UNKNOWN);
    }

    /** The same, and those at once whose writing is known to be over. */
    synchronized List<Path> in(Path folder, Duration settle, Writing writing) throws IOException {
        var now = nanos.getAsLong();
        var present = new HashMap<Path, Seen>();
        var settled = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (look(file, now, settle, present) || present.containsKey(file) && writing.isOver(file)) {
                    settled.add(file);
                }
            }
        }
        seen.keySet().removeIf(file -> folder.equals(file.getParent()));
        seen.putAll(present);
        settled.sort(null);
        return settled;
    }

    /** Looks at the file anew, as if it had just come: for one that is to be tried again later. */
    synchronized void forget(Path file) {
        seen.remove(file);
    }

    /** Whether it stood still long enough. */
    private boolean look(Path file, long now, Duration settle, Map<Path, Seen> present) throws IOException {
        var attributes = attributes(file);
        if (!attributes.isRegularFile() || new GivenName(file.getFileName().toString()).isUnfinished()) {
            return false;
        }
        var found = new Seen(attributes.size(), attributes.lastModifiedTime().toMillis(), now);
        var before = seen.get(file);
        if (before == null || !before.sameAs(found)) {
            present.put(file, found);
            return false;
        }
        present.put(file, before);
        return now - before.sinceNanos() >= settle.toNanos();
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException wentMeanwhile) {
            return Files.readAttributes(file.getParent(), BasicFileAttributes.class);
        }
    }
}
