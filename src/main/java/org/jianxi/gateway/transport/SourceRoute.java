package org.jianxi.gateway.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.intake.Entrance;
import org.jianxi.gateway.intake.Source;

/**
 * The route a source gets from the template of its kind of door.
 *
 * @param template the template's id: the door's wire name
 */
record SourceRoute(String id, String template, Map<String, Object> parameters) {

    private static final int LOOKS_BETWEEN = 4;
    private static final long SOONEST_MILLIS = 250;
    private static final long LATEST_MILLIS = 30_000;

    SourceRoute {
        parameters = Map.copyOf(parameters);
    }

    /** Empty for a source that calls us: one route serves all of those. */
    static Optional<SourceRoute> of(Source source) {
        return switch (source.entrance()) {
            case Entrance.HttpPush push -> Optional.empty();
            case Entrance.Folder folder ->
                Optional.of(looking(source, folder.settle().toMillis()));
            case Entrance.SftpUpload upload ->
                Optional.of(looking(source, upload.settle().toMillis()));
            case Entrance.HttpsPoll poll ->
                Optional.of(every(source, poll.every().toMillis()));
        };
    }

    /** Often enough that a settled file does not wait long, never so often that the looking costs anything. */
    private static SourceRoute looking(Source source, long settleMillis) {
        return every(source, Math.clamp(settleMillis / LOOKS_BETWEEN, SOONEST_MILLIS, LATEST_MILLIS));
    }

    private static SourceRoute every(Source source, long millis) {
        var door = source.entrance().door().wireName();
        var id = source.id() + "-" + door;
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("route", id);
        parameters.put("source", source.id().value());
        parameters.put("delay", Long.toString(millis));
        return new SourceRoute(id, door, parameters);
    }
}
