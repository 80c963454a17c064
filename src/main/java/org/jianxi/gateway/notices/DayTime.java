package org.jianxi.gateway.notices;

import java.time.Instant;
import java.time.ZoneId;

/** The hours in which people are reminded: 8:00 to 20:00, never at night. */
public record DayTime(ZoneId zone) {

    private static final int FROM = 8;
    private static final int UNTIL = 20;

    public boolean includes(Instant moment) {
        var hour = moment.atZone(zone).getHour();
        return hour >= FROM && hour < UNTIL;
    }
}
