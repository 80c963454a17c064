package org.jianxi.gateway.transport.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.FileProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of {@code routes/} in force, and those that are to take their place as soon as nothing is under way in the routes of
 * the old ones. A template is replaced at once: the routes made from the old one go one by one, as each comes to rest.
 */
final class FileRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(FileRoutes.class);

    private final LiveRoutes live;
    private final Map<Path, RouteFile> inForce = new TreeMap<>();

    /** What is to come; empty where the file went. */
    private final Map<Path, Optional<RouteFile>> due = new TreeMap<>();

    private volatile List<FileProblem> waiting = List.of();

    FileRoutes(LiveRoutes live) {
        this.live = live;
    }

    /** Files whose routes are still busy with what began before they were changed. */
    List<FileProblem> waiting() {
        return waiting;
    }

    /** The files in force by the ids of their templates. */
    Map<String, RouteFile> templates() {
        var templates = new TreeMap<String, RouteFile>();
        inForce.values().stream()
                .filter(RouteFile::isTemplate)
                .forEach(file -> file.names().forEach(id -> templates.put(id, file)));
        return templates;
    }

    /** The file in force, or about to be, that has this id and is not another version of this one. */
    Optional<RouteFile> otherOwner(RouteFile file, String id) {
        return Stream.concat(inForce.values().stream(), due.values().stream().flatMap(Optional::stream))
                .filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.isTemplate() == file.isTemplate())
                .filter(other -> other.names().contains(id))
                .findFirst();
    }

    /** Puts it in the place of its older version, now or when that has come to rest; {@link FileProblem} where Camel refuses. */
    void put(RouteFile file) {
        var after = Optional.of(file);
        due.put(file.path(), after);
        swap(file.path(), after);
        tellWaiting();
    }

    /** Takes its routes away, now or when they have come to rest. */
    void drop(Path path) {
        if (!inForce.containsKey(path)) {
            due.remove(path);
            return;
        }
        due.put(path, Optional.empty());
        try {
            swap(path, Optional.empty());
        } catch (FileProblem unexpected) {
            LOG.error("routes/{} is gone, its routes could not be taken away", path, unexpected);
        }
        tellWaiting();
    }

    /** What was to take the place of this one has itself been written anew: it goes on until that was looked at. */
    void keepAsItIs(Path path) {
        var running = inForce.get(path);
        if (due.remove(path) == null || running == null) {
            return;
        }
        try {
            live.resume(running.names());
        } catch (Exception unexpected) {
            LOG.error("routes/{} could not go on", path, unexpected);
        }
        tellWaiting();
    }

    /**
     * Tries those that wait. True when one of them was done, or refused after all.
     *
     * @param refused takes the bytes of those, to be looked at again
     */
    boolean swapWaiting(Map<Path, byte[]> refused) {
        var before = due.size();
        for (var entry : Map.copyOf(due).entrySet()) {
            var path = entry.getKey();
            try {
                swap(path, entry.getValue());
            } catch (FileProblem unexpected) {
                entry.getValue().ifPresent(file -> refused.put(path, file.content()));
                LOG.warn("Put off, and then refused: {}", unexpected.getMessage());
            }
        }
        tellWaiting();
        return due.size() < before;
    }

    private void swap(Path path, Optional<RouteFile> wanted) {
        var before = inForce.get(path);
        var after = wanted.orElse(null);
        try {
            if (!takeAway(before)) {
                return;
            }
            due.remove(path);
            inForce.remove(path);
            if (after == null) {
                LOG.info("routes/{} is gone, and so are: {}", path, names(before));
            } else {
                putIn(after, before);
                LOG.info("routes/{} in force: {}", path, names(after));
            }
        } catch (Exception refusedByCamel) {
            due.remove(path);
            throw after == null
                    ? new FileProblem("routes/" + path, 0, String.valueOf(refusedByCamel.getMessage()))
                    : Rehearsal.problem(after, refusedByCamel);
        }
    }

    private void putIn(RouteFile file, @Nullable RouteFile before) throws Exception {
        try {
            live.load(file);
            inForce.put(file.path(), file);
        } catch (Exception refusedByCamel) {
            takeAway(file);
            if (before != null) {
                live.load(before);
                inForce.put(before.path(), before);
            }
            throw refusedByCamel;
        }
    }

    /** False when something is under way in its routes. The routes made from a template are not its own. */
    private boolean takeAway(@Nullable RouteFile file) throws Exception {
        if (file == null) {
            return true;
        }
        if (file.isTemplate()) {
            live.removeTemplates(file.names());
            return true;
        }
        return live.remove(file.names());
    }

    private void tellWaiting() {
        waiting = due.keySet().stream()
                .map(path -> new FileProblem("routes/" + path, 0, "put off: an exchange is still under way"))
                .toList();
    }

    private static String names(@Nullable RouteFile file) {
        return file == null ? "" : String.join(", ", file.names());
    }
}
