package org.jianxi.gateway.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.intake.SourceRegister;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes in force: those of {@code routes/**}{@code /*.camel.yaml}, and one for each source whose door has a template. Re-read
 * while running.
 *
 * <p>Camel's own watcher loses files written in place, ignores deletions, forgets routes made from templates, and lets one
 * broken file stop others. Here a file is built in a context of its own before anything is touched, a broken one changes
 * nothing, and exchanges under way finish before their route is replaced.
 */
public final class RouteRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(RouteRegistry.class);

    /** Templates before the routes made from them. */
    private static final Comparator<Path> IN_ORDER =
            Comparator.comparing((Path path) -> !RouteFile.isTemplate(path)).thenComparing(Comparator.naturalOrder());

    private final FolderWatch watch;
    private final AllowedSteps allowed;
    private final Rehearsal rehearsal;
    private final LiveRoutes live;
    private final SourceRoutes sourceRoutes;
    private final Map<Path, RouteFile> inForce = new TreeMap<>();
    private final Map<Path, byte[]> refused = new TreeMap<>(IN_ORDER);
    private volatile Map<Path, FileProblem> problems = Map.of();
    private boolean putOff;

    /** @param beans what routes may name: the doors and nothing else */
    RouteRegistry(Path home, SourceRegister sources, Map<String, Object> beans, LiveRoutes live) {
        this.watch = FolderWatch.folder(home.resolve("routes"), RouteFile::isWanted);
        this.allowed = new AllowedSteps(beans.keySet());
        this.rehearsal = new Rehearsal(beans);
        this.live = live;
        this.sourceRoutes = new SourceRoutes(sources, live);
    }

    /** Loads all there is. */
    synchronized void open() {
        apply(watch.first());
    }

    /** Looks at the files and the sources again; a change counts when two looks in a row agree. */
    synchronized void reread() {
        apply(watch.again());
    }

    /** Files and sources that stand there and are not in force as they stand. */
    public List<FileProblem> problems() {
        var all = new ArrayList<>(problems.values());
        all.addAll(sourceRoutes.problems());
        return List.copyOf(all);
    }

    /** Ids of the routes there are. */
    public List<String> routes() {
        return live.ids();
    }

    private void apply(FolderWatch.Changes changes) {
        if (!changes.none() || putOff) {
            putOff = false;
            changes.gone().forEach(this::drop);
            refused.putAll(changes.written());
            var noted = new TreeMap<Path, FileProblem>();
            for (var candidate : new TreeMap<>(refused)
                    .entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(IN_ORDER))
                            .toList()) {
                offer(candidate.getKey(), candidate.getValue(), noted);
            }
            problems = Map.copyOf(noted);
        }
        sourceRoutes.align(templatesInForce());
    }

    private void offer(Path path, byte[] content, Map<Path, FileProblem> noted) {
        try {
            var file = RouteFile.read(path, content, allowed);
            refuseTwins(file);
            rehearse(file);
            swap(file);
            refused.remove(path);
        } catch (FileProblem problem) {
            noted.put(path, problem);
            if (!isKnown(path, problem)) {
                LOG.warn("Refused, what was in force stays: {}", problem.getMessage());
            }
        }
    }

    private boolean isKnown(Path path, FileProblem problem) {
        var before = problems.get(path);
        return before != null && problem.toString().equals(before.toString());
    }

    private void refuseTwins(RouteFile file) {
        for (var other : inForce.values()) {
            if (!other.path().equals(file.path()) && other.isTemplate() == file.isTemplate()) {
                file.names().stream()
                        .filter(other.names()::contains)
                        .findFirst()
                        .ifPresent(id -> {
                            throw twin(file, id, "routes/" + other.path());
                        });
            }
        }
        if (!file.isTemplate()) {
            file.names().stream()
                    .filter(sourceRoutes.ids()::contains)
                    .findFirst()
                    .ifPresent(id -> {
                        throw twin(file, id, "a source");
                    });
        }
    }

    private static FileProblem twin(RouteFile file, String id, String owner) {
        return new FileProblem(
                "routes/" + file.path(), file.ids().getOrDefault(id, 0), "the id " + id + " belongs to " + owner);
    }

    private void rehearse(RouteFile file) {
        if (file.isTemplate()) {
            rehearsal.template(file, sourceRoutes.wantedOf(file.names()));
        } else {
            rehearsal.routes(file);
        }
    }

    private void swap(RouteFile file) {
        var before = inForce.get(file.path());
        var running = before == null ? Set.<String>of() : routesOf(before);
        try {
            if (!live.stop(running)) {
                putOff = true;
                throw new FileProblem("routes/" + file.path(), 0, "put off: an exchange is still under way");
            }
            takeAway(before);
            putIn(file, before);
            LOG.info("routes/{} in force: {}", file.path(), String.join(", ", file.names()));
        } catch (FileProblem known) {
            throw known;
        } catch (Exception refusedByCamel) {
            throw Rehearsal.problem(file, refusedByCamel);
        }
    }

    private void putIn(RouteFile file, @Nullable RouteFile before) throws Exception {
        try {
            live.load(file);
            inForce.put(file.path(), file);
        } catch (Exception refusedByCamel) {
            takeAway(file);
            inForce.remove(file.path());
            if (before != null) {
                live.load(before);
                inForce.put(before.path(), before);
            }
            throw refusedByCamel;
        }
    }

    private void drop(Path path) {
        refused.remove(path);
        var file = inForce.remove(path);
        if (file == null) {
            return;
        }
        try {
            live.stop(routesOf(file));
            takeAway(file);
            LOG.info("routes/{} is gone, and so are: {}", path, String.join(", ", file.names()));
        } catch (Exception unexpected) {
            LOG.error("routes/{} is gone, its routes could not be taken away", path, unexpected);
        }
    }

    private void takeAway(@Nullable RouteFile file) throws Exception {
        if (file == null) {
            return;
        }
        live.remove(routesOf(file));
        if (file.isTemplate()) {
            sourceRoutes.forget(file.names());
            live.removeTemplates(file.names());
        }
    }

    private Set<String> routesOf(RouteFile file) {
        return file.isTemplate() ? sourceRoutes.idsOf(file.names()) : file.names();
    }

    private Set<String> templatesInForce() {
        var templates = new TreeSet<String>();
        inForce.values().stream().filter(RouteFile::isTemplate).forEach(file -> templates.addAll(file.names()));
        return templates;
    }
}
