package org.jianxi.gateway.entitlement;

/**
 * How many were retained (留用) of those whose placement ended.
 *
 * @param ended of the ways of ending that the rule counts
 */
public record Retained(int ended, int retained) {

    static final Retained NOBODY = new Retained(0, 0);

    Retained plus(Retained other) {
        return new Retained(ended + other.ended, retained + other.retained);
    }
}
