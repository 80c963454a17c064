package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How we name ourselves to a source's server. The secret goes to the authority the source's address names, and to no other.
 *
 * @param header the header that carries it; of no meaning for {@code EXCHANGE}
 * @param exchange who we are on the national exchange platform; only for {@code EXCHANGE}
 */
public record Authorization(Scheme scheme, String header, SecretReference secret, Optional<Exchange> exchange) {

    private static final String USUAL_KEY_HEADER = "X-API-Key";
    private static final List<String> USUAL_ORDER = List.of("sid", "rid", "rtime");

    /** The ways of naming oneself over HTTP that the sources use. */
    public enum Scheme {
        BEARER,
        BASIC,
        API_KEY,
        EXCHANGE
    }

    /**
     * What the national data exchange platform (国家共享交换平台) knows us by.
     *
     * @param rid the requester's id
     * @param sid the id of the service that is called
     * @param order in which {@code sid}, {@code rid} and {@code rtime} are signed
     */
    public record Exchange(String rid, String sid, List<String> order) {
        public Exchange {
            order = List.copyOf(order);
        }
    }

    record Part(
            String scheme,
            @Nullable String header,
            String secret,
            @Nullable String rid,
            @Nullable String sid,
            @Nullable List<String> order) {

        Authorization authorization() {
            return switch (scheme) {
                case "bearer" -> with(Scheme.BEARER, "Authorization");
                case "basic" -> with(Scheme.BASIC, "Authorization");
                case "exchange" -> with(Scheme.EXCHANGE, "");
                default -> with(Scheme.API_KEY, Optional.ofNullable(header).orElse(USUAL_KEY_HEADER));
            };
        }

        private Authorization with(Scheme one, String name) {
            var exchange = rid == null || sid == null
                    ? Optional.<Exchange>empty()
                    : Optional.of(new Exchange(rid, sid, order == null ? USUAL_ORDER : order));
            return new Authorization(one, name, SecretReference.parse(secret), exchange);
        }
    }
}
