package org.jianxi.gateway.filing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents a provincial return can be written as. Extensions and content types are contract. */
public enum ReturnFormat {
    JSON(".json", "application/json"),
    XML(".xml", "application/xml"),
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** SDMX-CSV 2.0, of SDMX 3.0. Before CSV, for its extension ends like that one. */
    SDMX_CSV(".sdmx.csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
    CSV(".csv", "text/csv");

    private final String extension;
    private final String contentType;

    ReturnFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** By one media type of an {@code Accept} header, its parameters left aside. */
    public static Optional<ReturnFormat> ofContentType(String mediaType) {
        return Stream.of(values())
                .filter(format -> bare(format.contentType).equals(bare(mediaType)))
                .findFirst();
    }

    /** By the ending of a file name, case left aside. */
    public static Optional<ReturnFormat> ofFileName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> lower.endsWith(format.extension))
                .findFirst();
    }

    private static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
