package org.jianxi.gateway.console.office;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A document that a browser saves and does not show. */
final class Saved {

    private Saved() {}

    /** @param name as it is proposed to whoever saves it */
    static ResponseEntity<byte[]> as(String name, String contentType, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(content);
    }

    /** The value of {@code Content-Disposition}. */
    static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
