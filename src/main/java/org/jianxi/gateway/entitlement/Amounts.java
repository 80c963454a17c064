package org.jianxi.gateway.entitlement;

/** Fen by kind. Below nothing where more was recovered than paid. */
public record Amounts(long monthly, long remainder, long difference, long outside) {

    public static final Amounts NONE = new Amounts(0, 0, 0, 0);

    static Amounts of(SubsidyKind kind, long fen) {
        return switch (kind) {
            case MONTHLY -> new Amounts(fen, 0, 0, 0);
            case REMAINDER -> new Amounts(0, fen, 0, 0);
            case DIFFERENCE -> new Amounts(0, 0, fen, 0);
            case OUTSIDE -> new Amounts(0, 0, 0, fen);
        };
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                Math.addExact(monthly, other.monthly),
                Math.addExact(remainder, other.remainder),
                Math.addExact(difference, other.difference),
                Math.addExact(outside, other.outside));
    }

    /** Of the kinds that rules speak of. */
    public long total() {
        return monthly + remainder + difference;
    }
}
