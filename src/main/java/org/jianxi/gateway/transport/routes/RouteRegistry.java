package org.jianxi.gateway.transport.routes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.intake.SourceRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes in force: those of {@code routes/**}{@code /*.camel.yaml}, and one for each source whose door has a template. Re-read
 * while running.
 *
 * <p>Camel's own watcher loses files written in place, ignores deletions, forgets routes made from templates, and lets one
 * broken file stop others. Here a file is built in a context of its own before anything is touched, a broken one changes
 * nothing, and exchanges under way finish before their route is replaced. Nothing here waits for them.
 */
public final class RouteRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(RouteRegistry.class);

    /** Templates before the routes made from them. */
    private static final Comparator<Path> IN_ORDER =
            Comparator.comparing((Path path) -> !RouteFile.isTemplate(path)).thenComparing(Comparator.naturalOrder());

    private final FolderWatch watch;
    private final AllowedSteps allowed;
    private final Rehearsal rehearsal;
    private final FileRoutes files;
    private final SourceRoutes sourceRoutes;
    private final LiveRoutes live;
    private final Map<Path, byte[]> refused = new TreeMap<>(IN_ORDER);
    private volatile Map<Path, FileProblem> problems = Map.of();

    /** @param beans what routes may name: the doors and nothing else */
    public RouteRegistry(Path home, SourceRegister sources, Map<String, Object> beans, LiveRoutes live) {
        this.watch = FolderWatch.folder(home.resolve("routes"), RouteFile::isWanted);
        this.allowed = new AllowedSteps(beans.keySet());
        this.rehearsal = new Rehearsal(beans);
        this.live = live;
        this.files = new FileRoutes(live);
        this.sourceRoutes = new SourceRoutes(sources, live);
    }

    /** Loads all there is. */
    public synchronized void open() {
        apply(watch.first());
    }

    /** Looks at the files and the sources again; a change counts when two looks in a row agree. */
    public synchronized void reread() {
        apply(watch.again());
    }

    /** Files and sources that stand there and are not in force as they stand. */
    public List<FileProblem> problems() {
        var all = new ArrayList<>(problems.values());
        all.addAll(files.waiting());
        all.addAll(sourceRoutes.problems());
        return List.copyOf(all);
    }

    /** Sources whose route must change or go, and waits for what is under way in it. */
    public Set<SourceId> stopping() {
        return sourceRoutes.stopping();
    }

    /** Ids of the routes there are. */
    public List<String> routes() {
        return live.ids();
    }

    private void apply(FolderWatch.Changes changes) {
        changes.gone().forEach(path -> {
            refused.remove(path);
            files.drop(path);
        });
        changes.written().keySet().forEach(files::keepAsItIs);
        refused.putAll(changes.written());
        if (files.swapWaiting(refused) || !changes.none()) {
            var noted = new TreeMap<Path, FileProblem>();
            for (var candidate : new TreeMap<>(refused)
                    .entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(IN_ORDER))
                            .toList()) {
                offer(candidate.getKey(), candidate.getValue(), noted);
            }
            problems = Map.copyOf(noted);
        }
        sourceRoutes.align(files.templates());
    }

    private void offer(Path path, byte[] content, Map<Path, FileProblem> noted) {
        try {
            var file = RouteFile.read(path, content, allowed);
            refuseTwins(file);
            rehearse(file);
            files.put(file);
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
        for (var id : file.names()) {
            var owner = files.otherOwner(file, id)
                    .map(other -> "routes/" + other.path())
                    .or(() -> Optional.of("a source")
                            .filter(source ->
                                    !file.isTemplate() && sourceRoutes.ids().contains(id)));
            if (owner.isPresent()) {
                throw new FileProblem(
                        "routes/" + file.path(),
                        file.ids().getOrDefault(id, 0),
                        "the id " + id + " belongs to " + owner.get());
            }
        }
    }

    private void rehearse(RouteFile file) {
        if (file.isTemplate()) {
            rehearsal.template(file, sourceRoutes.wantedOf(file.names()));
        } else {
            rehearsal.routes(file);
        }
    }
}
