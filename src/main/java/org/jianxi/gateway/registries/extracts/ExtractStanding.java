package org.jianxi.gateway.registries.extracts;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * How a registry's extracts stand.
 *
 * @param good the last one that was taken, which stays in force
 * @param refused the newest one that was refused since
 */
public record ExtractStanding(Optional<KeptExtract> good, Optional<Refused> refused) {

    /** @param rule such as {@code P-EXTRACT-OLD} */
    public record Refused(Instant at, String rule, Bilingual reason) {}
}
