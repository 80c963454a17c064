package org.jianxi.gateway.registries.review;

import java.util.Arrays;
import java.util.Optional;

/** What a person decided about a candidate, or a later extract. */
public enum ReviewOutcome {
    /** The row is this person's: from now on it counts as a hit, which proposes a mark. */
    SAME_PERSON("same-person"),
    /** Never asked again for the same row. */
    NOT_THE_SAME("not-the-same"),
    /** Asked again when a later extract has the row. */
    CANNOT_TELL("cannot-tell"),
    /** A later extract has no such row any more, or the person's number. */
    GONE("gone");

    private final String wireName;

    ReviewOutcome(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** One that a person may give; empty for any other word. */
    public static Optional<ReviewOutcome> decided(String word) {
        return Arrays.stream(values())
                .filter(one -> one != GONE && one.wireName.equals(word))
                .findFirst();
    }
}
