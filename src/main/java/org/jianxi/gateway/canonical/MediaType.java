package org.jianxi.gateway.canonical;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four kinds of document a return may arrive as. */
public enum MediaType {
    JSON("json", "application/json"),
    XML("xml", "application/xml"),
    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String contentType;

    MediaType(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** By the {@code Content-Type} header, parameters such as {@code charset} left aside. */
    public static Optional<MediaType> ofContentType(String header) {
        var bare = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.contentType.equals(bare)).findFirst();
    }

    /** By the ending of a file name, case left aside; {@code .jsonl} is JSON, a value a line. */
    public static Optional<MediaType> ofFileName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(type -> lower.endsWith("." + type.extension))
                .findFirst()
                .or(() -> lower.endsWith(".jsonl") ? Optional.of(JSON) : Optional.empty());
    }
}
