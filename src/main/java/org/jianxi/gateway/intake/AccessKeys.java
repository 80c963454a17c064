package org.jianxi.gateway.intake;

import java.util.Optional;

/** The keys that were issued. */
public interface AccessKeys {

    /** Who holds this key; empty for any key that was not issued. Takes the same time whichever it is. */
    Optional<Caller> authenticate(String bearerKey);
}
