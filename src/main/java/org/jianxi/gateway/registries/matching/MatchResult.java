package org.jianxi.gateway.registries.matching;

/** What comparing one person with one registry came to. The names stand on the wire. */
public enum MatchResult {
    /** The number stands there with an equal name. */
    HIT,
    /** The number stands there with another name or none: a person must look. */
    NAME_MISMATCH,
    /** The number does not stand there. No finding that there is no hardship. */
    MISS,
    /** What was sent is no citizen's number: nothing was compared. */
    ID_INVALID,
    /** Not asked yet, or not permitted to ask. */
    NOT_QUERIED,
    /** Asked, and the registry gave no usable answer. */
    ERROR
}
