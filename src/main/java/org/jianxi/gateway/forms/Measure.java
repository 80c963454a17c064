package org.jianxi.gateway.forms;

/** What a figure measures in time. */
public enum Measure {
    /** As it stands on the last day of the month (本期末). */
    STOCK("stock"),
    /** What happened in the month alone (本期). */
    FLOW("flow"),
    /** Planned for the month. */
    PLAN("plan"),
    /** Since January (本年累计). */
    YEAR_TO_DATE("year-to-date");

    private final String wireName;

    Measure(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
