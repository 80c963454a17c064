package org.jianxi.gateway.records;

import java.time.LocalDate;
import java.time.Period;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * How long a record of a person is kept: so long after the day it came, and a placement so long after it ends, whichever is later.
 * What purpose needs no longer goes (个人信息保护法 第十九条, 第四十七条).
 */
public record RecordRetention(Period after) {

    /** The last day on which the record may be here. */
    LocalDate lastDay(CanonicalRecord content, LocalDate receivedOn) {
        return ends(content, receivedOn).plus(after);
    }

    /** The last day of what came on a day and ends at no other. */
    public LocalDate lastDay(LocalDate receivedOn) {
        return receivedOn.plus(after);
    }

    private static LocalDate ends(CanonicalRecord content, LocalDate receivedOn) {
        var ends = content.find("actualEndOn")
                .or(() -> content.find("plannedEndOn"))
                .map(value -> value instanceof FieldValue.Day day ? day.date() : receivedOn)
                .orElse(receivedOn);
        return ends.isAfter(receivedOn) ? ends : receivedOn;
    }
}
