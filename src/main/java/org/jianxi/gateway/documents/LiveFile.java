package org.jianxi.gateway.documents;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One YAML file as it was understood last, re-read while running.
 *
 * <p>A file that cannot be used, or is gone, changes nothing: what it said last stays in force, and the problem can be seen until it is
 * mended.
 */
public final class LiveFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);

    private final Path file;
    private final Function<YamlFile, T> reader;
    private final FolderWatch watch;
    private volatile T inForce;
    private volatile @Nullable FileProblem problem;

    private LiveFile(Path file, Function<YamlFile, T> reader) {
        this.file = file;
        this.reader = reader;
        this.watch = FolderWatch.file(file.toAbsolutePath().resolveSibling(""), String.valueOf(file.getFileName()));
        var bytes = watch.first().written().values().stream().findFirst();
        this.inForce = read(bytes.orElseThrow(this::gone));
    }

    /**
     * Reads the file once; throws {@link FileProblem} with the line when it cannot be used, because then there is nothing to go by.
     *
     * @param reader throws {@link FileProblem} on what it cannot use
     */
    public static <T> LiveFile<T> open(Path file, Function<YamlFile, T> reader) {
        return new LiveFile<>(file, reader);
    }

    /** What the file says, or said last. Ask once for what must agree with itself. */
    @Override
    public T get() {
        return inForce;
    }

    /** What is wrong with the file as it stands; empty when it is in force. */
    public Optional<FileProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Looks at the file again; a change counts when two looks in a row agree. */
    public synchronized void reread() {
        var changes = watch.again();
        if (!changes.gone().isEmpty()) {
            refuse(gone());
        }
        changes.written().values().forEach(this::take);
    }

    private void take(byte[] bytes) {
        try {
            inForce = read(bytes);
            problem = null;
        } catch (FileProblem unusable) {
            refuse(unusable);
        }
    }

    private void refuse(FileProblem unusable) {
        problem = unusable;
        LOG.warn("Refused, what was in force stays: {}", unusable.getMessage());
    }

    private T read(byte[] bytes) {
        return reader.apply(YamlFile.parse(file.toString(), new String(bytes, StandardCharsets.UTF_8)));
    }

    private FileProblem gone() {
        return new FileProblem(file.toString(), 0, "is not there");
    }
}
