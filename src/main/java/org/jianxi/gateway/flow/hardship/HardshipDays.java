package org.jianxi.gateway.flow.hardship;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jianxi.gateway.inquiries.InquiryRetention;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.registries.marks.MarkCalendar;
import org.jianxi.gateway.registries.marks.Marks;

/**
 * A day's end for marks: those whose last valid day is over expire and are told of, and what was kept long enough of marks and of
 * inquiries is erased. Each erasure is an entry of the ledger.
 */
public final class HardshipDays {

    private final MarkCalendar calendar;
    private final HardshipDesk.Office office;
    private final Erasing erasing;
    private final Terms terms;

    public HardshipDays(MarkCalendar calendar, HardshipDesk.Office office, Erasing erasing, Terms terms) {
        this.calendar = calendar;
        this.office = office;
        this.erasing = erasing;
        this.terms = terms;
    }

    /** What is erased beside the marks, and where it is written down that something was. */
    public record Erasing(InquiryRetention inquiries, Erasures ledger) {}

    /** @param keepEnded how long what is said of a person stays after the end */
    public record Terms(Period keepEnded, ZoneId zone) {}

    /** A route calls this every hour; a round takes a thousand of each. */
    public void pass() {
        office.transaction().executeWithoutResult(status -> {
            var now = office.clock().instant();
            var today = LocalDate.ofInstant(now, terms.zone());
            var expired = calendar.expireDue(today, now);
            expired.forEach(
                    mark -> office.audit().record(now, new Audit.Deed(Marks.CALENDAR, "mark-expired", mark.id(), "")));
            office.news().tell(expired, now);
            var before =
                    today.minus(terms.keepEnded()).atStartOfDay(terms.zone()).toInstant();
            calendar.eraseDue(before, now).forEach(mark -> erased("mark", mark, mark, now));
            for (var one : erasing.inquiries().eraseDue(before)) {
                erased(one.matter(), Long.toString(one.number()), one.matter() + "/" + one.number(), now);
            }
        });
    }

    private void erased(String what, String id, String object, Instant now) {
        erasing.ledger().erased(what, id, now);
        office.audit().record(now, new Audit.Deed(Marks.CALENDAR, what + "-erased", object, ""));
    }
}
