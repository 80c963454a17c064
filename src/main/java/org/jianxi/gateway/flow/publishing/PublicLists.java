package org.jianxi.gateway.flow.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.publishing.AgencyFile;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.PublicRow;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.publishing.Standing;
import org.jianxi.gateway.records.PublicListings;

/** The three lists as they stand, worked out from the records and the office's file; remembered for a moment, kept nowhere. */
public final class PublicLists {

    private static final String UNITS = "units";
    private static final String POSTS = "posts";

    private final LiveFile<Publications> publications;
    private final PublicListings rows;
    private final AgencyFile agencies;
    private final Terms terms;
    private Map<ListKind, CurrentList> remembered = Map.of();
    private Instant until = Instant.MIN;

    PublicLists(LiveFile<Publications> publications, PublicListings rows, AgencyFile agencies, Terms terms) {
        this.publications = publications;
        this.rows = rows;
        this.agencies = agencies;
        this.terms = terms;
    }

    /**
     * @param keep how long lists are remembered
     * @param zone of the office's calendar day
     */
    public record Terms(Duration keep, ZoneId zone, Clock clock) {}

    /** Not older than is agreed; empty where nothing is known of the list. */
    public synchronized Optional<CurrentList> find(ListKind kind) {
        var now = terms.clock().instant();
        if (!now.isBefore(until)) {
            remembered = now();
            until = now.plus(terms.keep());
        }
        return Optional.ofNullable(remembered.get(kind));
    }

    /** All that are known, as they stand at this moment. */
    public Map<ListKind, CurrentList> now() {
        var known = publications.get();
        var standing = new Standing(known, LocalDate.ofInstant(terms.clock().instant(), terms.zone()));
        rows.forEach(UNITS, row -> standing.unit(row(row)));
        rows.forEach(POSTS, row -> standing.post(row(row)));
        var lists = new EnumMap<ListKind, CurrentList>(ListKind.class);
        lists.put(ListKind.UNITS, CurrentList.of(known.of(ListKind.UNITS), standing.units()));
        lists.put(ListKind.POSTS, CurrentList.of(known.of(ListKind.POSTS), standing.posts()));
        agencies.reread(terms.clock().instant());
        agencies.listings()
                .ifPresent(some -> lists.put(ListKind.AGENCIES, CurrentList.of(known.of(ListKind.AGENCIES), some)));
        return lists;
    }

    private static PublicRow row(PublicListings.Public one) {
        return new PublicRow(one.id(), one.sender(), one.content(), one.since());
    }
}
