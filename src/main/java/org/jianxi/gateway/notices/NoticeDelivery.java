package org.jianxi.gateway.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice and how far it has come.
 *
 * @param tries so far, the one under way included
 * @param lastError of the last try that failed
 */
public record NoticeDelivery(
        Notice notice,
        DeliveryState state,
        int tries,
        Instant nextTryAt,
        Optional<String> lastError,
        Optional<Instant> deliveredAt) {}
