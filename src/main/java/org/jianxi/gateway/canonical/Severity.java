package org.jianxi.gateway.canonical;

/** How much a finding weighs. The wire names are contract. */
public enum Severity {
    /** Blocks the return. */
    ERROR("error"),
    /** Passes with an explanation (说明); never blocks by itself. */
    WARNING("warning"),
    /** Told, nothing more. */
    INFO("info");

    private final String wireName;

    Severity(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
