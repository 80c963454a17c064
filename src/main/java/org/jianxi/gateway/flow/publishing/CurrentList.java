package org.jianxi.gateway.flow.publishing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedList;
import org.jianxi.gateway.signing.Sm3;

/**
 * A list as it stands.
 *
 * @param listings in the order of their ids
 * @param digest of them all
 */
public record CurrentList(PublishedList list, List<Listing> listings, Digest digest) {

    public CurrentList {
        listings = List.copyOf(listings);
    }

    /** @param listings in the order of their ids */
    public static CurrentList of(PublishedList list, List<Listing> listings) {
        var sm3 = new Sm3();
        for (var listing : listings) {
            var line = "%s %s\n".formatted(listing.id(), listing.digest()).getBytes(StandardCharsets.UTF_8);
            sm3.update(line, 0, line.length);
        }
        return new CurrentList(list, listings, sm3.finish());
    }

    public ListKind kind() {
        return list.kind();
    }

    /** The entry of this id; empty where none stands. */
    public Optional<Listing> find(String id) {
        return listings.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
