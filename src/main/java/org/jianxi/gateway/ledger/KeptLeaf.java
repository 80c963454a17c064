package org.jianxi.gateway.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.SaltedLeaf;

/**
 * One leaf as it lies in the database.
 *
 * @param open the leaf itself; empty once it was erased
 * @param personalUntil the last day a personal leaf is kept; empty for figures, which stay
 */
public record KeptLeaf(
        int number, String path, Digest hash, Optional<SaltedLeaf> open, Optional<LocalDate> personalUntil) {}
