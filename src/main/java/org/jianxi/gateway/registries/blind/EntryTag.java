package org.jianxi.gateway.registries.blind;

/** What one entry is found by: 96 bits. Among 176 million entries and a million people a false one has a chance of about 2e-15. */
record EntryTag(long first, int rest) {

    /** In bytes. */
    static final int LENGTH = Long.BYTES + Integer.BYTES;
}
