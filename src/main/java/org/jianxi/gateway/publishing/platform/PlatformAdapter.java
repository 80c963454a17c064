package org.jianxi.gateway.publishing.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.publishing.Change;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.publishing.Words;
import org.jianxi.gateway.publishing.feed.JobPostings;
import org.jianxi.gateway.publishing.feed.ListingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says a change in a platform's own way, and reads what it answers. Pure; who carries it is somebody else. */
public record PlatformAdapter(Supplier<Publications> publications, Words words) {

    private static final int LONGEST_NUMBER = 100;

    public PlatformCall call(Platform platform, Change change) {
        var wire = platform.wire();
        return switch (change) {
            case Change.Add add -> shown(platform, add.listing());
            case Change.Update update -> shown(platform, update.listing());
            case Change.Withdraw gone ->
                new PlatformCall(
                        wire.withdraw().method(),
                        wire.withdraw().at(platform.url(), gone.list(), gone.id()),
                        Optional.empty());
        };
    }

    private PlatformCall shown(Platform platform, Listing listing) {
        var show = platform.wire().show();
        var url = show.at(platform.url(), listing.list(), listing.id());
        return new PlatformCall(show.method(), url, Optional.of(body(platform.wire(), listing)));
    }

    private PlatformCall.Body body(Wire wire, Listing listing) {
        var list = publications.get().of(listing.list());
        var tree = switch (wire.form()) {
            case JSON -> renamed(new ListingJson(words).tree(list, listing), wire);
            case JSON_LD -> new JobPostings(words).document(list, listing);
        };
        var type = wire.form() == Wire.Form.JSON_LD ? "application/ld+json" : "application/json";
        return new PlatformCall.Body(type, tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode renamed(ObjectNode tree, Wire wire) {
        var renamed = JsonNodeFactory.instance.objectNode();
        tree.properties()
                .forEach(field ->
                        renamed.set(wire.names().getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return renamed;
    }

    /**
     * What an answer means.
     *
     * @param later how long they asked to be left alone
     */
    public PlatformAnswer read(Platform platform, Change change, Response response) {
        var status = response.status();
        if (change instanceof Change.Withdraw && (status == 204 || status == 404 || status == 410)) {
            return new PlatformAnswer.Confirmed("HTTP " + status);
        }
        return switch (status) {
            case 200, 201, 202 ->
                number(platform.wire(), response.body())
                        .<PlatformAnswer>map(PlatformAnswer.Confirmed::new)
                        .orElseGet(() -> new PlatformAnswer.Unclear("HTTP " + status + " without a number of theirs"));
            case 400, 404, 405, 409, 410, 413, 415, 422 -> new PlatformAnswer.Refused("HTTP " + status);
            default -> new PlatformAnswer.Unclear("HTTP " + status, response.later());
        };
    }

    /** An answer as it came. */
    public record Response(int status, byte[] body, Optional<Duration> later) {}

    private static Optional<String> number(Wire wire, byte[] body) {
        try {
            return Optional.of(StrictJson.parse(body).at(wire.number()))
                    .filter(node -> node.isString() || node.isIntegralNumber())
                    .map(JsonNode::asString)
                    .filter(text -> !text.isBlank() && text.length() <= LONGEST_NUMBER);
        } catch (UnreadableDocument noAnswer) {
            return Optional.empty();
        }
    }
}
