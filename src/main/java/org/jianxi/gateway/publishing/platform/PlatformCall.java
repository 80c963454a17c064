package org.jianxi.gateway.publishing.platform;

import java.net.URI;
import java.util.Optional;

/**
 * One call to a platform, without its key.
 *
 * @param body UTF-8 with its content type; empty for a withdrawal without one
 */
public record PlatformCall(String method, URI url, Optional<Body> body) {

    /** @param bytes nothing but public fields */
    public record Body(String contentType, byte[] bytes) {}
}
