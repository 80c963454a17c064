package org.jianxi.gateway.flow.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.intake.Pace;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.feed.FeedPage;
import org.jianxi.gateway.publishing.feed.ListDocuments;
import org.jianxi.gateway.publishing.feed.ListFormat;

/**
 * The lists for everybody, where the operator has switched them on.
 *
 * @param pace how often one address may read
 */
public record PublicFeeds(
        boolean areOpen, PublicLists lists, ListChronicle chronicle, ListDocuments documents, Pace pace, Clock clock) {

    /** @param page from 1 */
    public record Wanted(ListKind kind, ListFormat format, int page, int size) {}

    /**
     * One document.
     *
     * @param tag the same as long as its bytes are
     * @param pages how many of its size the list has
     */
    public record Document(byte[] bytes, String tag, Instant changedAt, int pages) {}

    /** Whether this address may read a page now. */
    public boolean allows(String address) {
        return pace.allows(address);
    }

    /** Empty where feeds are not open or nothing is known of the list. */
    public Optional<Document> page(Wanted wanted) {
        return open(wanted.kind()).map(list -> {
            var listings = wanted.format() == ListFormat.RSS ? newestFirst(list) : list.listings();
            var page = FeedPage.of(list.list(), listings, changedAt(list), wanted.page(), wanted.size());
            return document(list, page, wanted.format());
        });
    }

    /** One entry as a list of one; empty where it stands no longer. */
    public Optional<Document> entry(ListKind kind, String id, ListFormat format) {
        return open(kind)
                .flatMap(list -> list.find(id).map(one -> {
                    var page = FeedPage.of(list.list(), List.of(one), changedAt(list), 1, 1);
                    return document(list, page, format);
                }));
    }

    private Optional<CurrentList> open(ListKind kind) {
        return areOpen ? lists.find(kind) : Optional.empty();
    }

    private Document document(CurrentList list, FeedPage page, ListFormat format) {
        var tag = "%s-%d-%d-%s"
                .formatted(list.digest().hex().substring(0, 32), page.number(), page.size(), format.wireName());
        return new Document(documents.write(page, format), tag, page.changedAt(), page.pages());
    }

    /** As the ledger has it; a change that nobody has written down so far is from now. */
    private Instant changedAt(CurrentList list) {
        return chronicle
                .newest(list.kind())
                .filter(stood -> stood.digest().equals(list.digest()))
                .map(ListChronicle.Stood::at)
                .orElseGet(clock::instant);
    }

    private static List<Listing> newestFirst(CurrentList list) {
        return list.listings().stream()
                .sorted(Comparator.comparing(Listing::since).reversed().thenComparing(Listing::id))
                .toList();
    }
}
