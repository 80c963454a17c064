package org.jianxi.gateway.publishing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;

/**
 * One entry of a published list. Nothing in it is a person's.
 *
 * @param id the same for every version of its record, among all senders' records
 * @param sender whose entry it is
 * @param values canonical text by the names of the list's fields, in their order; what is not given is absent
 * @param since when its record, or its owner's, last changed
 */
public record Listing(ListKind list, String id, Sender sender, Map<String, String> values, Instant since) {

    public Listing {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Of what it shows and whose it is; not of when. */
    public Digest digest() {
        return Sm3.of(CanonicalBytes.of(Map.of("sender", sender.code(), "values", values)));
    }
}
