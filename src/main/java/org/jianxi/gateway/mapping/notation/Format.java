package org.jianxi.gateway.mapping.notation;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;

/** What kind of document a source sends. The wire names stand in mapping files. */
public enum Format {
    CANONICAL_JSON("canonical-json", MediaType.JSON),
    CANONICAL_XML("canonical-xml", MediaType.XML),
    JSON("json", MediaType.JSON),
    /** One JSON value a line. */
    JSON_LINES("jsonl", MediaType.JSON),
    XML("xml", MediaType.XML),
    CSV("csv", MediaType.CSV),
    XLSX("xlsx", MediaType.XLSX);

    private final String wireName;
    private final MediaType mediaType;

    Format(String wireName, MediaType mediaType) {
        this.wireName = wireName;
        this.mediaType = mediaType;
    }

    public String wireName() {
        return wireName;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** The canonical forms need no mapping: their schema says all. */
    public boolean isCanonical() {
        return this == CANONICAL_JSON || this == CANONICAL_XML;
    }

    public boolean isTable() {
        return this == CSV || this == XLSX;
    }

    public static Optional<Format> named(String wireName) {
        return Stream.of(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }
}
