package org.jianxi.gateway.transport;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;

/** Adds routes to a Camel context and takes them away again, letting what is under way finish. */
final class LiveRoutes {

    private final ModelCamelContext context;
    private final long patienceSeconds;

    /** @param patienceSeconds how long exchanges under way may take to finish before a change is put off */
    LiveRoutes(CamelContext context, long patienceSeconds) {
        this.context = (ModelCamelContext) context;
        this.patienceSeconds = patienceSeconds;
    }

    void load(RouteFile file) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(file.resource());
    }

    void load(SourceRoute route) throws Exception {
        model().addRouteFromTemplate(route.id(), route.template(), route.parameters());
    }

    /** False when something was still under way after all patience: then nothing was taken away. */
    boolean stop(Collection<String> ids) throws Exception {
        for (var id : ids) {
            if (context.getRoute(id) != null
                    && !context.getRouteController().stopRoute(id, patienceSeconds, TimeUnit.SECONDS, true)) {
                start(ids);
                return false;
            }
        }
        return true;
    }

    void start(Collection<String> ids) throws Exception {
        for (var id : ids) {
            context.getRouteController().startRoute(id);
        }
    }

    void remove(Collection<String> ids) throws Exception {
        for (var id : ids) {
            var definition = model().getRouteDefinition(id);
            if (definition != null) {
                model().removeRouteDefinition(definition);
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

    private Model model() {
        return context;
    }
}
