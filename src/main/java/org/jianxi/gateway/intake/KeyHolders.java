package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;

/** Who holds the keys that were issued; never the keys. */
public interface KeyHolders {

    /** Who holds the key of this SM3 now; empty once it was taken back. */
    Optional<Caller> holder(Digest key);

    /** Everybody who holds one, in no order. */
    List<Caller> holders();
}
