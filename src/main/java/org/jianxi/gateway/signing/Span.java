package org.jianxi.gateway.signing;

/**
 * The entries {@code start} to {@code end - 1} of a tree, counted from 0. Values from outside may make no sense; {@link #isSubtree} says
 * whether these entries hang together beneath one node.
 */
public record Span(long start, long end) {

    /** A whole tree of this many entries. */
    public static Span whole(long size) {
        return new Span(0, size);
    }

    public long size() {
        return end - start;
    }

    /** A whole tree, or a run that starts at a multiple of the power of two at or above its length. */
    public boolean isSubtree() {
        if (start < 0 || end < start) {
            return false;
        }
        return start == 0 || size() <= Long.lowestOneBit(start);
    }
}
