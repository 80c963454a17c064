package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.publishing.ListChronicle;
import org.jianxi.gateway.flow.publishing.PublishingReport;
import org.jianxi.gateway.publishing.platform.Platform;
import org.jianxi.gateway.publishing.platform.PublicationStandings;

/** The published lists and the platforms. */
record PublishingView(
        boolean feedsOpen, List<ListView> lists, List<PlatformView> platforms, List<RefusedView> refused) {

    static PublishingView of(PublishingReport report) {
        return new PublishingView(
                report.feedsOpen(),
                report.lists().stream().map(ListView::of).toList(),
                report.platforms().stream().map(PlatformView::of).toList(),
                report.refused().stream().map(RefusedView::of).toList());
    }

    /**
     * @param entries absent where nothing is known of the list
     * @param changedAt absent before its first state is in the ledger, as are digest and position
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ListView(
            String list,
            Bilingual title,
            String clause,
            Optional<Long> entries,
            Optional<Instant> changedAt,
            Optional<String> digest,
            Optional<Long> position) {

        static ListView of(PublishingReport.OneList one) {
            return new ListView(
                    one.kind().wireName(),
                    one.title(),
                    one.clause(),
                    one.entries().isPresent() ? Optional.of(one.entries().getAsLong()) : Optional.empty(),
                    one.stood().map(ListChronicle.Stood::at),
                    one.stood().map(ListChronicle.Stood::digest).map(Digest::hex),
                    one.stood().map(ListChronicle.Stood::position));
        }
    }

    /** @param pausedUntil while it is left alone; trouble says why */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PlatformView(
            String platform,
            Optional<Bilingual> title,
            boolean active,
            Optional<Instant> pausedUntil,
            Optional<String> trouble,
            List<PlaceView> lists) {

        static PlatformView of(PublishingReport.OnePlatform one) {
            return new PlatformView(
                    one.id(),
                    one.file().map(Platform::title),
                    one.file().filter(Platform::active).isPresent(),
                    one.pause().map(PublicationStandings.Pause::until),
                    one.pause().map(PublicationStandings.Pause::lastError),
                    one.lists().stream().map(PlaceView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PlaceView(
            String list,
            boolean taken,
            long toPublish,
            long published,
            long beingWithdrawn,
            long refused,
            Optional<String> number,
            Optional<Instant> confirmedAt,
            Optional<String> trouble,
            Optional<Instant> oldestWithdrawal) {

        static PlaceView of(PublishingReport.Place one) {
            var counts = one.counts();
            return new PlaceView(
                    counts.list().wireName(),
                    one.taken(),
                    counts.toPublish(),
                    counts.published(),
                    counts.beingWithdrawn(),
                    counts.refused(),
                    counts.number(),
                    counts.confirmedAt(),
                    counts.trouble(),
                    counts.oldestWithdrawal());
        }
    }

    record RefusedView(
            String platform,
            String list,
            String id,
            Instant since,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> trouble) {

        static RefusedView of(PublicationStandings.Open one) {
            return new RefusedView(one.platform(), one.list().wireName(), one.listing(), one.since(), one.lastError());
        }
    }
}
