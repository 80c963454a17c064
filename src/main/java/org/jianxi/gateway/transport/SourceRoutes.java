package org.jianxi.gateway.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.intake.SourceRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes made from templates: one for each source that does not call us itself. */
final class SourceRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRoutes.class);

    private final SourceRegister sources;
    private final LiveRoutes live;
    private final Map<String, SourceRoute> inForce = new TreeMap<>();
    private volatile Map<String, FileProblem> problems = Map.of();

    SourceRoutes(SourceRegister sources, LiveRoutes live) {
        this.sources = sources;
        this.live = live;
    }

    Set<String> ids() {
        return inForce.keySet();
    }

    Set<String> idsOf(Set<String> templates) {
        var ids = new TreeSet<String>();
        inForce.values().stream()
                .filter(route -> templates.contains(route.template()))
                .forEach(route -> ids.add(route.id()));
        return ids;
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

    /** Their routes were taken away with the templates; they come back by {@link #align}. */
    void forget(Set<String> templates) {
        idsOf(templates).forEach(inForce::remove);
    }

    /** Makes what runs the same as what the sources ask for. */
    void align(Set<String> templates) {
        var wanted = wanted();
        for (var running : List.copyOf(inForce.values())) {
            if (!running.equals(wanted.get(running.id()))) {
                stop(running);
            }
        }
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

    private void start(SourceRoute route, Set<String> templates, Map<String, FileProblem> noted) {
        var file = "mappings/" + route.parameters().get("source") + "/source.yaml";
        if (!templates.contains(route.template())) {
            noted.put(route.id(), new FileProblem(file, 0, "routes/templates/ has no template " + route.template()));
        } else if (live.ids().contains(route.id())) {
            noted.put(route.id(), new FileProblem(file, 0, "a route file already has the id " + route.id()));
        } else {
            try {
                live.load(route);
                inForce.put(route.id(), route);
                LOG.info("{} listens by {}", route.id(), route.template());
            } catch (Exception refused) {
                noted.put(route.id(), new FileProblem(file, 0, String.valueOf(refused.getMessage())));
            }
        }
    }

    private void stop(SourceRoute route) {
        try {
            if (live.stop(Set.of(route.id()))) {
                live.remove(Set.of(route.id()));
                inForce.remove(route.id());
                LOG.info("{} stopped", route.id());
            }
        } catch (Exception unexpected) {
            LOG.error("{} could not be stopped", route.id(), unexpected);
        }
    }
}
