package org.jianxi.gateway.publishing.feed;

import java.time.Instant;
import java.util.List;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedList;

/**
 * One page of a list.
 *
 * @param changedAt when the list last changed
 * @param total how many entries the whole list has
 * @param number of the page, from 1
 * @param size entries on a full page
 */
public record FeedPage(PublishedList list, List<Listing> listings, Instant changedAt, int total, int number, int size) {

    public FeedPage {
        listings = List.copyOf(listings);
    }

    /** Cut out of the whole list; a page behind the last is empty. */
    public static FeedPage of(PublishedList list, List<Listing> all, Instant changedAt, int number, int size) {
        var from = (int) Math.min((number - 1L) * size, all.size());
        var page = all.subList(from, Math.min(from + size, all.size()));
        return new FeedPage(list, page, changedAt, all.size(), number, size);
    }

    /** At least one, which may be empty. */
    public int pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }
}
