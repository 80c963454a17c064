package org.jianxi.gateway.publishing.platform;

import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.publishing.Change;

/**
 * One entry held for one try at one platform.
 *
 * @param sent the digest of what is sent; empty for a withdrawal
 * @param tries the number of this try; whoever claims next has a higher one
 * @param failures so far, since something else was wanted
 */
record Claim(String platform, Change change, Optional<Digest> sent, int tries, int failures) {}
