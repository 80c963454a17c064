package org.jianxi.gateway.flow.derived;

/**
 * Tells when deliveries pause: what is counted between two of them is old at once, and takes from them what they need. Asked at even
 * intervals, by one thread.
 */
final class Lull {

    private static final int MOST_WAITS = 40;
    private static final int UNASKED = -1;

    private int newest = UNASKED;
    private int waited;

    /**
     * Whether nothing was delivered since it was asked last, or it said no forty times; at first always.
     *
     * @param newest number of the newest delivery
     */
    boolean at(int newest) {
        var pauses = this.newest == UNASKED || this.newest == newest || waited == MOST_WAITS;
        this.newest = newest;
        waited = pauses ? 0 : waited + 1;
        return pauses;
    }
}
