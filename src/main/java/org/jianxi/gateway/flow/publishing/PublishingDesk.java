package org.jianxi.gateway.flow.publishing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.publishing.platform.Platform;
import org.jianxi.gateway.publishing.platform.PlatformRegister;
import org.jianxi.gateway.publishing.platform.PublicationStandings;

/** What the office sees of publishing. Nobody's records stand here. */
public record PublishingDesk(
        PublicLists lists,
        ListChronicle chronicle,
        PlatformRegister platforms,
        PublicationStandings standings,
        Shown shown) {

    private static final int MOST_REFUSED = 50;

    /**
     * @param publications what is public
     * @param feedsOpen whether everybody may read the lists without a key
     */
    public record Shown(Supplier<Publications> publications, boolean feedsOpen) {}

    /** As it stands now. */
    public PublishingReport report() {
        var places = standings.places();
        var pauses = standings.pauses();
        var ids = new TreeSet<String>();
        platforms.all().forEach(one -> ids.add(one.id()));
        places.forEach(one -> ids.add(one.platform()));
        return new PublishingReport(
                shown.feedsOpen(),
                Stream.of(ListKind.values()).map(this::list).toList(),
                ids.stream().map(id -> platform(id, places, pauses)).toList(),
                standings.refused(MOST_REFUSED),
                platforms.problems());
    }

    private PublishingReport.OneList list(ListKind kind) {
        var known = shown.publications().get().of(kind);
        var entries = lists.find(kind)
                .map(list -> OptionalLong.of(list.listings().size()))
                .orElseGet(OptionalLong::empty);
        return new PublishingReport.OneList(kind, known.title(), known.clause(), entries, chronicle.newest(kind));
    }

    private PublishingReport.OnePlatform platform(
            String id, List<PublicationStandings.Place> places, List<PublicationStandings.Pause> pauses) {
        var file = platforms.find(id);
        var shownThere = Stream.of(ListKind.values())
                .map(kind -> place(id, kind, file, places))
                .flatMap(Optional::stream)
                .toList();
        var pause = pauses.stream().filter(one -> one.platform().equals(id)).findFirst();
        return new PublishingReport.OnePlatform(id, file, pause, shownThere);
    }

    private static Optional<PublishingReport.Place> place(
            String id, ListKind kind, Optional<Platform> file, List<PublicationStandings.Place> places) {
        var taken = file.filter(platform -> platform.lists().contains(kind)).isPresent();
        return places.stream()
                .filter(one -> one.platform().equals(id) && one.list() == kind)
                .findFirst()
                .or(() -> taken ? Optional.of(PublicationStandings.Place.empty(id, kind)) : Optional.empty())
                .map(counts -> new PublishingReport.Place(taken, counts));
    }
}
