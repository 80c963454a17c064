package org.jianxi.gateway.transport.routes;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Suspendable;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Adds routes to a Camel context and takes them away again, never one that something is still under way in, and never waiting for
 * it: Camel's own stopping would hold its context while it waits.
 */
public final class LiveRoutes {

    /** For an exchange that begins in the very moment a quiet route is stopped. */
    private static final long MILLIS_TO_STOP = 500;

    private final ModelCamelContext context;

    public LiveRoutes(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    void load(RouteFile file) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(file.resource());
    }

    void load(SourceRoute route) throws Exception {
        model().addRouteFromTemplate(route.id(), route.template(), route.parameters());
    }

    /**
     * Takes these routes away, all or none. False, at once, when something is under way in one of them: then those that a clock
     * starts begin nothing more, those that others call go on, and the caller asks again.
     */
    boolean remove(Collection<String> ids) throws Exception {
        for (var id : ids) {
            rest(id);
        }
        for (var id : ids) {
            if (context.getInflightRepository().size(id) > 0) {
                return false;
            }
        }
        for (var id : ids) {
            if (context.getRoute(id) != null
                    && !context.getRouteController().stopRoute(id, MILLIS_TO_STOP, TimeUnit.MILLISECONDS, true)) {
                resume(ids);
                return false;
            }
        }
        for (var id : ids) {
            forget(id);
        }
        return true;
    }

    /** They are to stay after all. */
    void resume(Collection<String> ids) throws Exception {
        for (var id : ids) {
            var route = context.getRoute(id);
            if (route != null) {
                context.getRouteController().startRoute(id);
                ServiceHelper.resumeService(route.getConsumer());
            }
        }
    }

    void removeTemplates(Collection<String> ids) throws Exception {
        for (var id : ids) {
            model().removeRouteTemplateDefinitions(id);
        }
    }

    /** The routes there are, started or not. */
    List<String> ids() {
        return context.getRoutes().stream()
                .map(route -> route.getRouteId())
                .sorted()
                .toList();
    }

    /** A route that a clock starts begins nothing more. One that others call must go on, or one slow caller keeps all others out. */
    private void rest(String id) {
        var route = context.getRoute(id);
        if (route != null
                && route.getConsumer() instanceof ScheduledPollConsumer clockwork
                && clockwork instanceof Suspendable) {
            ServiceHelper.suspendService(clockwork);
        }
    }

    private void forget(String id) throws Exception {
        var definition = model().getRouteDefinition(id);
        if (definition != null) {
            model().removeRouteDefinition(definition);
        }
    }

    private Model model() {
        return context;
    }
}
