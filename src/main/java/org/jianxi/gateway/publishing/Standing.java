package org.jianxi.gateway.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Makes the lists of units and posts from what stands on one day: give it the units, then the posts. A post is shown as long as its unit
 * is; one whose unit nobody delivered is not shown.
 */
public final class Standing {

    private static final Comparator<Listing> BY_ID = Comparator.comparing(Listing::id);

    private final PublishedList ofUnits;
    private final PublishedList ofPosts;
    private final LocalDate today;
    private final Owners owners = new Owners();
    private final List<Listing> units = new ArrayList<>();
    private final List<Listing> posts = new ArrayList<>();

    public Standing(Publications publications, LocalDate today) {
        this.ofUnits = publications.of(ListKind.UNITS);
        this.ofPosts = publications.of(ListKind.POSTS);
        this.today = today;
    }

    public void unit(PublicRow row) {
        if (ofUnits.shown().on(today, row.content())) {
            owners.add(row);
            units.add(listing(ofUnits, row, Optional.empty()));
        }
    }

    public void post(PublicRow row) {
        if (ofPosts.shown().on(today, row.content())) {
            ofPosts.by()
                    .flatMap(by -> Optional.ofNullable(row.content().get(by)))
                    .flatMap(name -> owners.find(row.sender(), name))
                    .ifPresent(unit -> posts.add(listing(ofPosts, row, Optional.of(unit))));
        }
    }

    /** In the order of their ids. */
    public List<Listing> units() {
        return units.stream().sorted(BY_ID).toList();
    }

    public List<Listing> posts() {
        return posts.stream().sorted(BY_ID).toList();
    }

    private static Listing listing(PublishedList list, PublicRow row, Optional<PublicRow> owner) {
        var values = new LinkedHashMap<String, String>();
        for (var field : list.fields()) {
            var text = field.from().isPresent()
                    ? owner.map(of -> of.content().get(field.from().get()))
                    : Optional.ofNullable(row.content().get(field.name()));
            text.ifPresent(value -> values.put(field.name(), value));
        }
        var since = owner.map(PublicRow::since).filter(row.since()::isBefore).orElse(row.since());
        return new Listing(list.kind(), row.id(), row.sender(), values, since);
    }

    /** The newest change among some; empty where there are none. */
    public static Optional<Instant> newest(List<Listing> listings) {
        return listings.stream().map(Listing::since).max(Comparator.naturalOrder());
    }
}
