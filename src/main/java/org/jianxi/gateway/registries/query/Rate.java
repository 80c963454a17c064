package org.jianxi.gateway.registries.query;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How fast a registry lets itself be asked, as it told us.
 *
 * @param callsPerSecond 1 to 100
 * @param peoplePerDay of Shanghai; people of a question that was sent again count once
 * @param hours when it answers at all; any time when empty
 */
public record Rate(int callsPerSecond, int peoplePerDay, Optional<Hours> hours) {

    /** The calendar that days and hours are of. */
    public static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** From one time of day to another; over midnight where the second is the earlier one. */
    public record Hours(LocalTime from, LocalTime to) {

        boolean include(LocalTime time) {
            var afterFrom = !time.isBefore(from);
            var beforeTo = time.isBefore(to);
            return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
        }
    }

    Duration betweenCalls() {
        return Duration.ofSeconds(1).dividedBy(callsPerSecond);
    }
}
