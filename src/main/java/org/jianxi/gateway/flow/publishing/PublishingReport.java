package org.jianxi.gateway.flow.publishing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.platform.Platform;
import org.jianxi.gateway.publishing.platform.PublicationStandings;

/**
 * What stands in the lists, and how far each platform is.
 *
 * @param feedsOpen whether everybody may read the lists without a key
 * @param refused entries that a platform turned away, the newest first
 * @param problems platforms' files that are not in force
 */
public record PublishingReport(
        boolean feedsOpen,
        List<OneList> lists,
        List<OnePlatform> platforms,
        List<PublicationStandings.Open> refused,
        List<FileProblem> problems) {

    public PublishingReport {
        lists = List.copyOf(lists);
        platforms = List.copyOf(platforms);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
    }

    /**
     * @param entries that stand now; empty where nothing is known of the list
     * @param stood the newest state that the ledger has; empty before the first
     */
    public record OneList(
            ListKind kind, Bilingual title, String clause, OptionalLong entries, Optional<ListChronicle.Stood> stood) {}

    /**
     * @param file empty where there is a platform no longer and something of it is written down
     * @param pause until when it is left alone because it is in trouble
     * @param lists that it takes, or of which something is written down there
     */
    public record OnePlatform(
            String id, Optional<Platform> file, Optional<PublicationStandings.Pause> pause, List<Place> lists) {

        public OnePlatform {
            lists = List.copyOf(lists);
        }
    }

    /** @param taken whether the platform takes the list now */
    public record Place(boolean taken, PublicationStandings.Place counts) {}
}
