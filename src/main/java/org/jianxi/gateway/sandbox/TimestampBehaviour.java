package org.jianxi.gateway.sandbox;

import java.time.Duration;

/** How the timestamp sandbox treats one request. */
public sealed interface TimestampBehaviour {

    record Normal() implements TimestampBehaviour {}

    /** Waits before it answers. */
    record Slow(Duration pause) implements TimestampBehaviour {}

    /** Answers with this HTTP status. */
    record Error(int status) implements TimestampBehaviour {}

    /** Says, in the protocol's own words, that it stamps nothing. */
    record Reject() implements TimestampBehaviour {}

    /** Stamps the hash of something else. */
    record WrongImprint() implements TimestampBehaviour {}

    /** Answers another request than the one it got. */
    record WrongNonce() implements TimestampBehaviour {}

    /** Its clock is an hour slow. */
    record WrongTime() implements TimestampBehaviour {}

    /** Signs with a certificate that is no longer valid. */
    record ExpiredCertificate() implements TimestampBehaviour {}

    /** Signs with a certificate that is for other things than times. */
    record Stranger() implements TimestampBehaviour {}

    /** Answers with bytes that are nothing at all. */
    record Garbage() implements TimestampBehaviour {}

    /** Answers with more bytes than anybody should read. */
    record Endless() implements TimestampBehaviour {}
}
