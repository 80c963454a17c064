package org.jianxi.gateway.flow.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.filing.Incidents;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.platform.Platform;
import org.jianxi.gateway.publishing.platform.PlatformRegister;
import org.jianxi.gateway.publishing.platform.PublicationStandings;
import org.jianxi.gateway.publishing.platform.WantedPublications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Holds what stands against what each platform is to show, again and again, and writes down what the lists were. */
public final class PublishingRound {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingRound.class);
    private static final int MOST_ALARMED = 1_000;

    private final PublicLists lists;
    private final PlatformRegister platforms;
    private final Books books;
    private final TransactionOperations transaction;
    private final Terms terms;
    private Instant next = Instant.MIN;

    PublishingRound(
            PublicLists lists,
            PlatformRegister platforms,
            Books books,
            TransactionOperations transaction,
            Terms terms) {
        this.lists = lists;
        this.platforms = platforms;
        this.books = books;
        this.transaction = transaction;
        this.terms = terms;
    }

    /** Where it is written down. */
    public record Books(
            WantedPublications wanted, PublicationStandings standings, ListChronicle chronicle, Incidents incidents) {}

    /**
     * @param every how often
     * @param alarmAfter a withdrawal that is not confirmed for so long is an incident
     * @param feeds whether everybody reads the lists, which is a publication too
     */
    public record Terms(Duration every, Duration alarmAfter, boolean feeds, Clock clock) {}

    /** When it is time; nothing where nothing is published anywhere. */
    public synchronized void take() {
        var now = terms.clock().instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(terms.every());
        platforms.reread();
        var active = platforms.all().stream().filter(Platform::active).toList();
        if (terms.feeds() || !active.isEmpty()) {
            var standing = lists.now();
            active.forEach(platform -> want(platform, standing, now));
            transaction.executeWithoutResult(status ->
                    standing.values().forEach(list -> books.chronicle().note(list, now)));
            alarm(now);
        }
    }

    /** A list of which nothing is known stays as it is; one that the platform does not take is taken back. */
    private void want(Platform platform, Map<ListKind, CurrentList> standing, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (!books.wanted().lock(platform.id())) {
                return;
            }
            for (var kind : ListKind.values()) {
                var wanted = platform.lists().contains(kind)
                        ? Optional.ofNullable(standing.get(kind)).map(CurrentList::listings)
                        : Optional.of(List.<Listing>of());
                var changed = wanted.map(some -> books.wanted().want(platform.id(), kind, some, now))
                        .orElse(0);
                if (changed > 0) {
                    LOG.info("{} of {} changed for {}", changed, kind.wireName(), platform.id());
                }
            }
        });
    }

    private void alarm(Instant now) {
        books.standings().unconfirmed(now.minus(terms.alarmAfter()), MOST_ALARMED).stream()
                .map(PublicationStandings.Open::platform)
                .distinct()
                .forEach(platform -> books.incidents()
                        .report(
                                new Incidents.Incident(
                                        "withdrawal-unconfirmed",
                                        platform,
                                        "shows what was withdrawn more than %s ago".formatted(terms.alarmAfter()),
                                        now),
                                new byte[0]));
    }
}
