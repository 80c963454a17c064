package org.jianxi.gateway.accounts;

import org.jianxi.gateway.canonical.Digest;

/** On whose behalf a session runs. Who that is, and what they may, is asked anew at every request. */
public sealed interface SessionHolder {

    record OfAccount(AccountName name) implements SessionHolder {}

    /** @param key SM3 of an access key */
    record OfKey(Digest key) implements SessionHolder {}
}
