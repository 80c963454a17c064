package org.jianxi.gateway.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A document that its caller keeps as a file, by a name that may be Chinese (RFC 6266). */
final class Attachment {

    static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private Attachment() {}

    /** The value of {@code Content-Disposition}. */
    static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** A container of evidence. */
    static ResponseEntity<byte[]> evidence(String name, byte[] container) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ASIC)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(container);
    }
}
