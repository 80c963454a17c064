package org.jianxi.gateway.ledger;

/** What was decided about a delivery. The wire names are contract. */
public enum Verdict {
    ACCEPTED("accepted", "submission"),
    REJECTED("rejected", "rejection"),
    /** Our fault, nothing decided; only the bytes are kept. */
    UNDECIDED("undecided", "undecided");

    private final String wireName;
    private final String entryKind;

    Verdict(String wireName, String entryKind) {
        this.wireName = wireName;
        this.entryKind = entryKind;
    }

    public String wireName() {
        return wireName;
    }

    /** The kind of ledger entry it makes. */
    public String entryKind() {
        return entryKind;
    }

    static Verdict named(String wireName) {
        for (var verdict : values()) {
            if (verdict.wireName.equals(wireName)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("No verdict is called " + wireName);
    }
}
