package org.jianxi.gateway.sandbox;

import java.time.Duration;

/** How a platform's sandbox treats one call. */
public sealed interface PlatformBehaviour {

    /** Does what it is asked and says under which number. */
    record Normal() implements PlatformBehaviour {}

    /** Waits before it does. */
    record Slow(Duration pause) implements PlatformBehaviour {}

    /** Answers with this status and does nothing. */
    record Refuse(int status) implements PlatformBehaviour {}

    /** Does it, and hangs up without a word. */
    record LoseAnswer() implements PlatformBehaviour {}

    /** Does it, and says so twice in one answer. */
    record AnswerTwice() implements PlatformBehaviour {}

    /** Does it, and hangs up in the middle of its answer. */
    record HalfAnswer() implements PlatformBehaviour {}

    /** Does nothing, and shows a page to log in at as if all were well. */
    record Nonsense() implements PlatformBehaviour {}
}
