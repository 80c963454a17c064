package org.jianxi.gateway.duties;

/** Where an office stands with a duty. */
public enum Standing {
    MET("met"),
    NOT_MET("not-met"),
    /** It may still be met in time. */
    NOT_DUE("not-due"),
    /** There are no records to tell it by, or none it speaks of: a gap, neither zero nor met. */
    NO_RECORDS("no-records");

    private final String wireName;

    Standing(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
