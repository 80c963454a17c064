package org.jianxi.gateway.transport.routes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.intake.SourceRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes made from templates: one for each source that does not call us itself. One that must change while its source is being
 * asked is stopping: it begins nothing more, its next version starts when it is gone, and no other waits for it.
 */
final class SourceRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRoutes.class);

    private final SourceRegister sources;
    private final LiveRoutes live;
    private final Map<String, Running> inForce = new TreeMap<>();
    private volatile Map<String, FileProblem> problems = Map.of();
    private volatile Set<SourceId> stopping = Set.of();

    /** @param template the file as it stood when the route was made from it */
    private record Running(SourceRoute route, RouteFile template) {}

    SourceRoutes(SourceRegister sources, LiveRoutes live) {
        this.sources = sources;
        this.live = live;
    }

    Set<String> ids() {
        return inForce.keySet();
    }

    /** The routes the sources ask for from these templates, whether they run or not. */
    List<SourceRoute> wantedOf(Set<String> templates) {
        return wanted().values().stream()
                .filter(route -> templates.contains(route.template()))
                .toList();
    }

    Collection<FileProblem> problems() {
        return problems.values();
    }

    /** Sources whose route must change or go, and waits for what is under way in it. */
    Set<SourceId> stopping() {
        return stopping;
    }

    /**
     * Makes what runs the same as what the sources ask for, as far as nothing is under way there.
     *
     * @param templates the files in force by the ids of their templates
     */
    void align(Map<String, RouteFile> templates) {
        var wanted = wanted();
        var waiting = new TreeSet<SourceId>();
        for (var running : List.copyOf(inForce.values())) {
            var route = running.route();
            if (!route.equals(wanted.get(route.id())) || running.template() != templates.get(route.template())) {
                stop(route, waiting);
            } else if (stopping.contains(route.source())) {
                resume(route);
            }
        }
        stopping = Set.copyOf(waiting);
        var noted = new TreeMap<String, FileProblem>();
        for (var route : wanted.values()) {
            if (!inForce.containsKey(route.id())) {
                start(route, templates, noted);
            }
        }
        problems = Map.copyOf(noted);
    }

    private Map<String, SourceRoute> wanted() {
        var wanted = new TreeMap<String, SourceRoute>();
        sources.all().forEach(source -> SourceRoute.of(source).ifPresent(route -> wanted.put(route.id(), route)));
        return wanted;
    }

    private void start(SourceRoute route, Map<String, RouteFile> templates, Map<String, FileProblem> noted) {
        var file = "mappings/" + route.source() + "/source.yaml";
        var template = templates.get(route.template());
        if (template == null) {
            noted.put(route.id(), new FileProblem(file, 0, "routes/templates/ has no template " + route.template()));
        } else if (live.ids().contains(route.id())) {
            noted.put(route.id(), new FileProblem(file, 0, "a route file already has the id " + route.id()));
        } else {
            try {
                live.load(route);
                inForce.put(route.id(), new Running(route, template));
                LOG.info("{} listens by {}", route.id(), route.template());
            } catch (Exception refused) {
                noted.put(route.id(), new FileProblem(file, 0, String.valueOf(refused.getMessage())));
            }
        }
    }

    private void stop(SourceRoute route, Set<SourceId> waiting) {
        try {
            if (live.remove(Set.of(route.id()))) {
                inForce.remove(route.id());
                LOG.info("{} stopped", route.id());
                return;
            }
            if (!stopping.contains(route.source())) {
                LOG.info("{} is stopping: what is under way there ends first", route.id());
            }
        } catch (Exception unexpected) {
            LOG.error("{} could not be stopped", route.id(), unexpected);
        }
        waiting.add(route.source());
    }

    private void resume(SourceRoute route) {
        try {
            live.resume(Set.of(route.id()));
        } catch (Exception unexpected) {
            LOG.error("{} could not go on", route.id(), unexpected);
        }
    }
}
