package org.jianxi.gateway.publishing.feed;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which a list can be read. */
public enum ListFormat {
    JSON("json", "application/json"),
    CSV("csv", "text/csv"),
    JSON_LD("jsonld", "application/ld+json"),
    RSS("rss", "application/rss+xml");

    private final String wireName;
    private final String mediaType;

    ListFormat(String wireName, String mediaType) {
        this.wireName = wireName;
        this.mediaType = mediaType;
    }

    /** As it stands in an address. */
    public String wireName() {
        return wireName;
    }

    /** Without a charset; all are UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    public static Optional<ListFormat> named(String wireName) {
        return Stream.of(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }

    public static Optional<ListFormat> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
