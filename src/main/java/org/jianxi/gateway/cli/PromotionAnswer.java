package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.Promotions;
import org.jianxi.gateway.flow.ReplaySummary;

/** How a promotion ended: lines for people, or one JSON document with {@code done}, {@code reason}, {@code replay} and {@code files}. */
record PromotionAnswer(Output output, boolean json, Optional<ReplaySummary> replay) {

    static PromotionAnswer of(Output output, boolean json) {
        return new PromotionAnswer(output, json, Optional.empty());
    }

    PromotionAnswer replayed(ReplaySummary summary) {
        return new PromotionAnswer(output, json, Optional.of(summary));
    }

    int refused(Bilingual reason) {
        if (json) {
            document(false, reason, List.of());
        } else {
            output.complaint(reason);
        }
        return ExitCodes.NO;
    }

    int done(Bilingual what, List<Promotions.Change> changes) {
        if (json) {
            document(true, what, changes);
            return ExitCodes.YES;
        }
        var out = output.command().getOut();
        changes.forEach(change -> out.println(what.zh() + " " + what.en() + ": " + change.file() + "  SM3 "
                + MappingsInForce.digest(change.after())));
        out.flush();
        return ExitCodes.YES;
    }

    private void document(boolean done, Bilingual reason, List<Promotions.Change> changes) {
        var document = new LinkedHashMap<String, Object>();
        document.put("done", done);
        document.put("reason", Map.of("zh", reason.zh(), "en", reason.en()));
        replay.ifPresent(summary -> document.put(
                "replay",
                Map.of("clean", summary.isClean(), "digest", summary.digest().hex())));
        document.put("files", changes.stream().map(PromotionAnswer::file).toList());
        output.json(document);
    }

    /** Digests are SM3; empty text where there was or is no such file. */
    private static Map<String, Object> file(Promotions.Change change) {
        var file = new LinkedHashMap<String, Object>();
        file.put("file", change.file());
        file.put("before", MappingsInForce.digest(change.before()));
        file.put("after", MappingsInForce.digest(change.after()));
        return file;
    }
}
