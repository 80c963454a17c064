package org.jianxi.gateway.registries.extracts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.SftpPoll;
import org.jianxi.gateway.registries.run.Way;
import tools.jackson.databind.JsonNode;

/**
 * How files of a registry are taken from its folder.
 *
 * @param settle how long one must keep its size and time before it is taken for whole
 * @param leftovers what becomes of a file that was taken
 * @param fetch the office's server that they are fetched from; empty where they are brought
 */
public record ExtractArrival(Duration settle, Leftovers leftovers, Optional<SftpPoll> fetch) {

    private static final int USUAL_SECONDS = 30;

    /** What becomes of a file that was taken. */
    public enum Leftovers {
        DELETED,
        KEPT
    }

    /** Throws {@link FileProblem} where {@code fetch} does not fit. */
    public static ExtractArrival of(Way.Extract way) {
        var extract = way.file().tree().path("extract");
        return new ExtractArrival(
                Duration.ofSeconds(extract.path("settleSeconds").asInt(USUAL_SECONDS)),
                extract.path("keep").asBoolean(false) ? Leftovers.KEPT : Leftovers.DELETED,
                fetch(way.file().name(), extract.path("fetch")));
    }

    private static Optional<SftpPoll> fetch(String file, JsonNode words) {
        return words.isMissingNode() ? Optional.empty() : Optional.of(SftpPoll.of(new YamlFile(file, words, Map.of())));
    }
}
