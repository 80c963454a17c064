package org.jianxi.gateway.sandbox;

import java.time.Duration;
import java.util.Optional;

/** How a registry's sandbox treats one request. */
public sealed interface RegistryBehaviour {

    /** Answers. */
    record Normal() implements RegistryBehaviour {}

    /** Waits before it answers. */
    record Slow(Duration pause) implements RegistryBehaviour {}

    /** Answers with this status and looks at nothing. */
    record Refuse(int status, Optional<Duration> later) implements RegistryBehaviour {}

    /** Answers, and hangs up in the middle. */
    record HalfAnswer() implements RegistryBehaviour {}

    /** Takes the request and never says a word. */
    record Hang() implements RegistryBehaviour {}

    /** Answers under a key that is not the registry's. */
    record BadSignature() implements RegistryBehaviour {}

    /** Answers without a signature. */
    record Unsigned() implements RegistryBehaviour {}

    /** Answers the last person first. */
    record OtherOrder() implements RegistryBehaviour {}

    /** Answers the first person twice. */
    record Duplicate() implements RegistryBehaviour {}

    /** Tells of somebody who was not asked for. */
    record Stranger() implements RegistryBehaviour {}

    /** Leaves the last person out. */
    record Omission() implements RegistryBehaviour {}

    /** Answers with something that is no answer. */
    record Nonsense() implements RegistryBehaviour {}
}
