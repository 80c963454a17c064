package org.jianxi.gateway.transport.poll;

import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** What was found at one address. */
record Page(byte[] body, Optional<String> etag, Optional<String> contentType, Optional<String> link) {

    static Page of(ClassicHttpResponse answer, byte[] body) {
        return new Page(body, header(answer, "ETag"), header(answer, "Content-Type"), header(answer, "Link"));
    }

    private static Optional<String> header(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }
}
