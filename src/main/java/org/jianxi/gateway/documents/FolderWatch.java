package org.jianxi.gateway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What changed in a folder of small files since it was last asked, told only when two looks in a row agree, so that a file
 * in the middle of being written is left alone.
 *
 * <p>Looks at contents, never at times: a file put back within the same second is seen. Not for use by several threads.
 */
public final class FolderWatch {

    private static final long LARGEST = 1024 * 1024;

    private final Path root;
    private final int depth;
    private final Predicate<Path> wanted;
    private SortedMap<Path, byte[]> told = new TreeMap<>();
    private SortedMap<Path, byte[]> seen = new TreeMap<>();

    private FolderWatch(Path root, int depth, Predicate<Path> wanted) {
        this.root = root;
        this.depth = depth;
        this.wanted = wanted;
    }

    /**
     * Watches a folder and those below it.
     *
     * @param wanted which files count, asked with the path below {@code root}
     */
    public static FolderWatch folder(Path root, Predicate<Path> wanted) {
        return new FolderWatch(root, Integer.MAX_VALUE, wanted);
    }

    /** Watches one file alone, whatever else lies beside it. */
    public static FolderWatch file(Path folder, String name) {
        return new FolderWatch(folder, 1, path -> path.toString().equals(name));
    }

    /**
     * New or altered files with their bytes, and files that went.
     *
     * @param written by path below the folder, in the order of names
     */
    public record Changes(SortedMap<Path, byte[]> written, Set<Path> gone) {
        public boolean none() {
            return written.isEmpty() && gone.isEmpty();
        }
    }

    /** All that lies there now, without waiting for a second look: for the start. */
    public Changes first() {
        seen = look();
        return tell(seen);
    }

    /** Looks again. A change is told when the look before saw the very same. */
    public Changes again() {
        var now = look();
        var settled = new TreeMap<>(now);
        for (var path : union(now.keySet(), seen.keySet())) {
            if (!Arrays.equals(now.get(path), seen.get(path))) {
                keepAsTold(settled, path);
            }
        }
        seen = now;
        return tell(settled);
    }

    private void keepAsTold(SortedMap<Path, byte[]> settled, Path path) {
        var before = told.get(path);
        if (before == null) {
            settled.remove(path);
        } else {
            settled.put(path, before);
        }
    }

    private Changes tell(SortedMap<Path, byte[]> settled) {
        var written = new TreeMap<Path, byte[]>();
        settled.forEach((path, bytes) -> {
            if (!Arrays.equals(bytes, told.get(path))) {
                written.put(path, bytes);
            }
        });
        var gone = new TreeSet<>(told.keySet());
        gone.removeAll(settled.keySet());
        told = settled;
        return new Changes(Collections.unmodifiableSortedMap(written), Collections.unmodifiableSet(gone));
    }

    private static Set<Path> union(Set<Path> one, Set<Path> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private SortedMap<Path, byte[]> look() {
        var found = new TreeMap<Path, byte[]>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (var paths = Files.walk(root, depth)) {
            paths.filter(Files::isRegularFile)
                    .filter(path -> wanted.test(root.relativize(path)))
                    .forEach(path -> read(path, found));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private void read(Path path, Map<Path, byte[]> found) {
        try (var content = Files.newInputStream(path)) {
            found.put(root.relativize(path), content.readNBytes((int) LARGEST));
        } catch (NoSuchFileException wentMeanwhile) {
            found.remove(root.relativize(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
