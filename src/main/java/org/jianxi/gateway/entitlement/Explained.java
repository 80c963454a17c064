package org.jianxi.gateway.entitlement;

import java.util.List;
import org.jianxi.gateway.canonical.Period;

/**
 * A placement whose month makes a difference, in fen.
 *
 * @param records where the placement's record and those of its payments stand
 */
public record Explained(String unit, Period month, long entitled, long paid, List<String> records) {
    public Explained {
        records = List.copyOf(records);
    }
}
