package org.jianxi.gateway.registries.snapshot;

import java.nio.ByteBuffer;

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

    /**
     * From the bytes that the gateway's records are kept with.
     *
     * @param ofNumber of which the first 16 count
     * @param ofName 6 bytes
     */
    public static Token of(byte[] ofNumber, byte[] ofName) {
        var number = ByteBuffer.wrap(ofNumber);
        var name = ByteBuffer.allocate(Long.BYTES)
                .position(Long.BYTES - ofName.length)
                .put(ofName);
        return new Token(number.getLong(), number.getLong(), name.getLong(0) & NAME_BITS);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
