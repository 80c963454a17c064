package org.jianxi.gateway.publishing.feed;

import java.time.ZoneId;
import org.jianxi.gateway.publishing.Words;

/**
 * Any list in any form.
 *
 * @param address where everybody reads the lists, without a slash at its end
 */
public record ListDocuments(Words words, String address, ZoneId zone) {

    public byte[] write(FeedPage page, ListFormat format) {
        return switch (format) {
            case JSON -> new ListingJson(words).write(page);
            case CSV -> new ListingCsv(words).write(page);
            case JSON_LD -> new JobPostings(words).write(page);
            case RSS -> new ListingRss(words, address + "/" + page.list().kind().wireName(), zone).write(page);
        };
    }
}
