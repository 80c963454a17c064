package org.jianxi.gateway.registries.run;

/** What follows from a registry's hits. Its purpose says so, and nothing else anywhere does. */
public enum HitUse {
    /** A mark is proposed, and the registry's categories are what it says. */
    HARDSHIP_MARKS,
    /** Records are asked about (docs/screening.md): the answers alone are kept, with days, and nobody is marked. */
    SCREENING_CASES;

    /** Stands in the database and in the SQL of the check. */
    static final String SCREENING = "SCREENING";

    static final String INSURED = "HRSS_INSURED";

    static HitUse of(String purpose) {
        return purpose.equals(SCREENING) ? SCREENING_CASES : HARDSHIP_MARKS;
    }
}
