package org.jianxi.gateway.accounts;

import org.jianxi.gateway.canonical.Digest;

/** On whose behalf a session runs. Who an account or a key is, and what they may, is asked anew at every request. */
public sealed interface SessionHolder {

    record OfAccount(AccountName name) implements SessionHolder {}

    /** @param key SM3 of an access key */
    record OfKey(Digest key) implements SessionHolder {}

    /** What the login service said of somebody; it holds for the session, since nobody can be asked again. */
    record OfProvider(ProviderPerson person) implements SessionHolder {}
}
