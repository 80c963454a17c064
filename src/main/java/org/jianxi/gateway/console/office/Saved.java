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
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
