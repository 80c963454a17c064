package org.jianxi.gateway.transport.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.Source;

/**
 * The route a source gets from the template of its kind of door.
 *
 * @param template the template's id: the door's wire name
 */
public record SourceRoute(String id, String template, Map<String, Object> parameters) {

    public SourceRoute {
        parameters = Map.copyOf(parameters);
    }

    SourceId source() {
        return new SourceId(String.valueOf(parameters.get("source")));
    }

    /** Empty for a source that calls us, as one route serves all of those, and for one whose door is shut. */
    static Optional<SourceRoute> of(Source source) {
        return source.active() ? source.entrance().routeParameters().map(more -> with(source, more)) : Optional.empty();
    }

    private static SourceRoute with(Source source, Map<String, String> more) {
        var door = source.entrance().door().wireName();
        var id = source.id() + "-" + door;
        var parameters = new LinkedHashMap<String, Object>(more);
        parameters.put("route", id);
        parameters.put("source", source.id().value());
        return new SourceRoute(id, door, parameters);
    }
}
