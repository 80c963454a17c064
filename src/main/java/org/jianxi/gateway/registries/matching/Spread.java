package org.jianxi.gateway.registries.matching;

/**
 * Numbers that cluster, such as packed identity numbers, spread over 64 bits one to one: two are equal exactly when what they
 * were made from is, so nothing needs confirming. The finaliser of SplitMix64.
 */
public final class Spread {

    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private Spread() {}

    public static long of(long number) {
        var mixed = (number ^ (number >>> 30)) * FIRST;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND;
        return mixed ^ (mixed >>> 31);
    }
}
