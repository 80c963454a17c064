package org.jianxi.gateway.duties;

import java.util.Set;

/** What a duty is measured by. Names of numbers are those on the wire. */
public enum Measure {
    DEMONSTRATION_POSTS("demonstrationPosts", "demonstration", "posts", Set.of("posts", "units")),
    /** Each kind's heads stand under the kind's code. */
    POST_KINDS("postKinds", "kindsPresent", "kinds", Set.of("posts", "units")),
    /** Each quarter's events stand under the quarter. */
    MATCHING_EVENTS("matchingEvents", "quartersKept", "quartersOver", Set.of("matching-events")),
    MENTORS("mentors", "mentored", "inPost", Set.of("placements", "units")),
    UNIT_REVIEW("unitReview", "reviewed", "recognised", Set.of("units")),
    PUBLICATION_TIME("publicationTime", "inTime", "due", Set.of("posts", "units")),
    PUBLISHED_POSTS("publishedPosts", "shown", "posts", Set.of("posts", "units"));

    private final String wireName;
    private final String part;
    private final String whole;
    private final Set<String> needs;

    Measure(String wireName, String part, String whole, Set<String> needs) {
        this.wireName = wireName;
        this.part = part;
        this.whole = whole;
        this.needs = needs;
    }

    public String wireName() {
        return wireName;
    }

    /** The number that keeps the duty. */
    public String part() {
        return part;
    }

    /** The number it is a part of. */
    public String whole() {
        return whole;
    }

    /** Datasets without which it cannot be told. */
    public Set<String> needs() {
        return needs;
    }
}
