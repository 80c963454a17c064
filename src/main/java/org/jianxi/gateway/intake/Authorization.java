package org.jianxi.gateway.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How we name ourselves to a source's server: a header and the secret that goes into it. */
public record Authorization(Scheme scheme, String header, SecretReference secret) {

    private static final String USUAL_KEY_HEADER = "X-API-Key";

    /** The three ways of naming oneself over HTTP that the sources use. */
    public enum Scheme {
        BEARER,
        BASIC,
        API_KEY
    }

    record Part(String scheme, @Nullable String header, String secret) {

        Authorization authorization() {
            var reference = SecretReference.parse(secret);
            return switch (scheme) {
                case "bearer" -> new Authorization(Scheme.BEARER, "Authorization", reference);
                case "basic" -> new Authorization(Scheme.BASIC, "Authorization", reference);
                default ->
                    new Authorization(
                            Scheme.API_KEY, Optional.ofNullable(header).orElse(USUAL_KEY_HEADER), reference);
            };
        }
    }
}
