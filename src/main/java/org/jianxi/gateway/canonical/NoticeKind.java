package org.jianxi.gateway.canonical;

import java.util.Optional;
import java.util.stream.Stream;

/** What a source may ask to be told by itself (通知). The wire names are contract. */
public enum NoticeKind {
    /** A delivery was accepted or returned, by whatever door it came. */
    VERDICT("verdict"),
    /** A return is due, or overdue, and not there. */
    REMINDER("reminder"),
    /** A filed return was corrected because of a sender's figures, or came back from the ministry. */
    CORRECTION("correction"),
    /** Hardship marks of the unit's people stand otherwise than before. */
    MARKS("marks"),
    /** One person seems to be in two placements at once, or too long in them: both sides are asked. */
    OVERLAP("overlap"),
    /** Records of the unit look like a false claim: every side is asked. */
    SCREENING("screening"),
    /** The office sent a return back, took that back, or excused its lateness. */
    OFFICE("office");

    private final String wireName;

    NoticeKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<NoticeKind> named(String wireName) {
        return Stream.of(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
