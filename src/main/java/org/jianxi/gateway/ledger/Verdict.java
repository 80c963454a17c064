package org.jianxi.gateway.ledger;

/** What was decided about a delivery. The wire names are contract. */
public enum Verdict {
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    /** Our fault, nothing decided; only the bytes are kept. */
    UNDECIDED("undecided");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
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
