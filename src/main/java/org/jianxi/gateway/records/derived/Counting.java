package org.jianxi.gateway.records.derived;

import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.derivation.Definitions;

/**
 * How figures are counted.
 *
 * @param position the last of the ledger's entries that is looked at
 */
public record Counting(Definitions definitions, Period month, long position) {

    public Counting by(Definitions other) {
        return new Counting(other, month, position);
    }

    public Counting at(long other) {
        return new Counting(definitions, month, other);
    }
}
