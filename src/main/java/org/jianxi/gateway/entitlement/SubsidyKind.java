package org.jianxi.gateway.entitlement;

/** What money is paid as (补贴种类), told apart as far as dated rules speak of it. The dictionary's codes. */
public enum SubsidyKind {
    MONTHLY,
    REMAINDER,
    DIFFERENCE,
    /** Whatever no rule puts an amount to, such as insurance. */
    OUTSIDE;

    public static SubsidyKind of(String code) {
        return switch (code) {
            case "MONTHLY" -> MONTHLY;
            case "REMAINDER" -> REMAINDER;
            case "DIFFERENCE" -> DIFFERENCE;
            default -> OUTSIDE;
        };
    }
}
