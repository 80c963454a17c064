package org.jianxi.gateway.api;

import org.jianxi.gateway.ledger.Timestamp;

/**
 * A timestamp authority's word on a checkpoint's seal.
 *
 * @param stampedAt by the authority's clock
 * @param token the timestamp token (RFC 3161) over the seal's bytes, DER; base64 on the wire
 */
record TimestampView(String authority, String stampedAt, byte[] token) {

    static TimestampView of(Timestamp timestamp) {
        return new TimestampView(timestamp.authority(), timestamp.stampedAt().toString(), timestamp.token());
    }
}
