package org.jianxi.gateway.api;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.NextFiling;
import tools.jackson.databind.JsonNode;

/**
 * What filing now would send.
 *
 * @param kind {@code return}, {@code correction}, or {@code unchanged} when everything was filed already
 * @param figures what an approval of it would be bound to
 * @param difference of a correction, as it would stand in {@code difference.json}
 */
record PendingView(
        String period,
        int revision,
        String kind,
        long ledgerPosition,
        String figures,
        List<String> gaps,
        Optional<JsonNode> difference) {

    static PendingView of(NextFiling next, Optional<JsonNode> difference) {
        var view = next.view();
        return new PendingView(
                view.figures().period().toString(),
                view.revision(),
                kindOf(next),
                view.figures().ledgerPosition().orElse(0L),
                view.digest().hex(),
                view.gaps().stream().map(Sender::code).toList(),
                difference);
    }

    private static String kindOf(NextFiling next) {
        if (next.isUnchanged()) {
            return "unchanged";
        }
        return next.correction().isPresent() ? "correction" : "return";
    }
}
