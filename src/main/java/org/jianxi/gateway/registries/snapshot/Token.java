package org.jianxi.gateway.registries.snapshot;

/**
 * What stands for a person: 128 bits of a keyed hash of the identity number, and 48 of a keyed hash of number and name.
 *
 * @param first the half that entries are sorted and found by
 * @param second the half that confirms
 * @param name bound to the number, so that two people of one name have nothing in common
 */
public record Token(long first, long second, long name) {

    /** That many bits of {@link #name} count. */
    static final long NAME_BITS = 0xFFFF_FFFF_FFFFL;

    @Override
    public String toString() {
        return "Token";
    }
}
