package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;
import java.util.Locale;

/** Where a mark stands. {@link #wireName} stands in the database and on the wire, what it rests on behind a slash. */
public sealed interface MarkState {

    /** A registry said so; nobody has looked. */
    record Proposed() implements MarkState {}

    /** A person confirmed it: it counts until its last valid day. */
    record Confirmed() implements MarkState {}

    /** A person looked and said no. */
    record Refused() implements MarkState {}

    /**
     * A later snapshot of the registry no longer has the person. Nothing is taken away by that; somebody is to look.
     *
     * @param from the day as of which that snapshot answers
     */
    record Missing(MarkState before, LocalDate from) implements MarkState {}

    /** Somebody objects; what was before goes on until that is decided. */
    record Objected(MarkState before) implements MarkState {}

    /** Taken back by a person. */
    record Withdrawn(Ground ground) implements MarkState {}

    /** Its last valid day is over. */
    record Expired() implements MarkState {}

    /** Nothing of the person is kept any more; that there was a mark is. */
    record Erased() implements MarkState {}

    /** Why a mark was taken back. */
    enum Ground {
        /** An objection was right. */
        OBJECTION,
        /** The registry no longer has the person. */
        REGISTRY,
        /** The office's own reason. */
        OFFICE
    }

    /** Such as {@code confirmed} or {@code objected/missing/2026-04-30/confirmed}. */
    default String wireName() {
        return switch (this) {
            case Missing missing ->
                "missing/" + missing.from() + "/" + missing.before().wireName();
            case Objected objected -> "objected/" + objected.before().wireName();
            case Withdrawn withdrawn -> "withdrawn/" + withdrawn.ground().name().toLowerCase(Locale.ROOT);
            default -> getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /** Throws {@link IllegalArgumentException} for what {@link #wireName} never says. */
    static MarkState of(String wireName) {
        var slash = wireName.indexOf('/');
        var rest = wireName.substring(slash + 1);
        return switch (slash < 0 ? wireName : wireName.substring(0, slash)) {
            case "proposed" -> new Proposed();
            case "confirmed" -> new Confirmed();
            case "refused" -> new Refused();
            case "missing" -> missing(rest);
            case "objected" -> new Objected(of(rest));
            case "withdrawn" -> new Withdrawn(Ground.valueOf(rest.toUpperCase(Locale.ROOT)));
            case "expired" -> new Expired();
            case "erased" -> new Erased();
            default -> throw new IllegalArgumentException("No state of a mark: " + wireName);
        };
    }

    private static MarkState missing(String rest) {
        var slash = rest.indexOf('/');
        return new Missing(of(rest.substring(slash + 1)), LocalDate.parse(rest.substring(0, slash)));
    }

    /** Its first word, such as {@code objected}. */
    default String word() {
        return wireName().split("/", 2)[0];
    }

    /** Whether a person's yes stands behind it: such a mark is served first. */
    default boolean counts() {
        return switch (this) {
            case Confirmed confirmed -> true;
            case Missing missing -> missing.before().counts();
            case Objected objected -> objected.before().counts();
            default -> false;
        };
    }

    /** Whether nothing but time, a new answer of the registry or a reconsideration happens to it. */
    default boolean hasEnded() {
        return this instanceof Refused || this instanceof Withdrawn || this instanceof Expired;
    }
}
