package org.jianxi.gateway.signing;

/** Where a tree's full nodes are found: level 0 holds the leaf hashes, each node above covers two beneath it. */
@FunctionalInterface
public interface TreeNodes {

    /** The root of the entries {@code index * 2^level} up to {@code (index + 1) * 2^level - 1}, all of which exist. */
    byte[] hash(int level, long index);
}
