package org.jianxi.gateway.publishing.feed;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.filing.SafeTable;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedField;
import org.jianxi.gateway.publishing.PublishedList;
import org.jianxi.gateway.publishing.Words;

/** A list for a spreadsheet: Chinese labels, codes in words, UTF-8 with a byte order mark, nothing that could be a formula. */
public record ListingCsv(Words words) {

    public byte[] write(FeedPage page) {
        var header = new ArrayList<>(List.of("编号"));
        page.list().fields().stream().map(field -> field.label().zh()).forEach(header::add);
        return SafeTable.write(header, page.listings().stream().map(listing -> row(page.list(), listing)));
    }

    private List<String> row(PublishedList list, Listing listing) {
        var row = new ArrayList<>(List.of(listing.id()));
        list.fields().stream().map(field -> cell(listing, field)).forEach(row::add);
        return row;
    }

    private String cell(Listing listing, PublishedField field) {
        var value = listing.values().get(field.name());
        return value == null ? "" : words.of(field, value);
    }
}
