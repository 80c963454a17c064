package org.jianxi.gateway.evidence;

/** A year is more than one archive may hold; the bundles of its filings are still there one by one. */
public final class ArchiveTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long most;

    ArchiveTooLarge(long most) {
        super("More than %d bytes".formatted(most));
        this.most = most;
    }

    /** How many bytes of documents an archive may hold. */
    public long most() {
        return most;
    }
}
