package org.jianxi.gateway.transport.routes;

import java.util.Collection;
import java.util.Map;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.SimpleRegistry;
import org.jianxi.gateway.documents.FileProblem;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Builds routes in a Camel context of its own that is thrown away, so that what cannot work is known before anything that
 * works is touched.
 *
 * @param beans the beans routes may name; nothing else of the gateway is visible there
 */
record Rehearsal(Map<String, Object> beans) {

    /** Throws {@link FileProblem} when the file's routes, with the templates given, could not be built. */
    void routes(RouteFile file) {
        build(file, context -> {});
    }

    /** The same for a template with the routes that are to be made from it. */
    void template(RouteFile file, Collection<SourceRoute> instances) {
        build(file, context -> {
            for (var route : instances) {
                context.addRouteFromTemplate(route.id(), route.template(), route.parameters());
            }
        });
    }

    private interface Then {
        void build(DefaultCamelContext context) throws Exception;
    }

    private void build(RouteFile file, Then then) {
        var registry = new SimpleRegistry();
        beans.forEach(registry::bind);
        try (var context = new DefaultCamelContext(registry)) {
            context.setAutoStartup(false);
            context.disableJMX();
            context.setStartupSummaryLevel(StartupSummaryLevel.Off);
            context.getCamelContextExtension().setName("rehearsal");
            PluginHelper.getRoutesLoader(context).loadRoutes(file.resource());
            then.build(context);
            context.start();
        } catch (FileProblem known) {
            throw known;
        } catch (Exception refused) {
            throw problem(file, refused);
        }
    }

    /** The line, where Camel knows it; the message of the innermost cause, which is the one that helps. */
    static FileProblem problem(RouteFile file, Throwable refused) {
        var line = file.ids().values().stream().findFirst().orElse(0);
        var deepest = refused;
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked) {
                line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(line);
            }
            deepest = cause;
        }
        return new FileProblem("routes/" + file.path(), line, String.valueOf(deepest.getMessage()));
    }
}
