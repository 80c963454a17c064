package org.jianxi.gateway.flow.inquiries;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.inquiries.Inquiries;
import org.jianxi.gateway.inquiries.Inquiries.SideClosing;
import org.jianxi.gateway.inquiries.Inquiries.Words;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.inquiries.Matter;
import org.jianxi.gateway.inquiries.Scan;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.signing.PersonKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, tells, reminds of and closes the inquiries of one matter. What follows from one, people decide. */
public final class InquiryDesk {

    private static final Logger LOG = LoggerFactory.getLogger(InquiryDesk.class);

    /** To look at the records and ask somebody. */
    private static final int WORKING_DAYS = 10;

    /** Before the last day a side is reminded. */
    private static final int SOON = 3;

    private final Asked asked;
    private final InquiryNews news;
    private final PersonKeys keys;
    private final WorkingCalendar calendar;
    private final Office office;

    public InquiryDesk(Asked asked, NoticeBoard board, PersonKeys keys, WorkingCalendar calendar, Office office) {
        this.asked = asked;
        this.news = new InquiryNews(board, asked.matter());
        this.keys = keys;
        this.calendar = calendar;
        this.office = office;
    }

    /** What is asked about, how it is found, and what an answer has to keep. */
    public record Asked(Inquiries inquiries, Scan scan, InquiryRules rules) {
        Matter matter() {
            return inquiries.matter();
        }
    }

    /** Where acts are written down. */
    public record Office(Audit audit, TransactionOperations transaction, Clock clock) {}

    /** How a closing ended. */
    public sealed interface Ended {

        record Done(Inquiry inquiry) implements Ended {}

        record Wrong(List<Finding> findings) implements Ended {}

        record NotNow(List<Finding> findings) implements Ended {}

        /** There is no such inquiry, or the unit has no part in it. */
        record NotThere() implements Ended {}
    }

    /** A route calls this: finds what is new since the last time, lets go what is gone, reminds whoever has not answered. */
    public void look() {
        office.transaction().executeWithoutResult(status -> {
            var now = office.clock().instant();
            var scanned = asked.inquiries().scan(asked.scan(), calendar.workingDay(day(now), WORKING_DAYS), now);
            news.found(scanned.opened(), now);
            news.lapsed(scanned.lapsed(), now);
            var scan = asked.matter().scan();
            scanned.opened().forEach(one -> record(scan, "found", one, now));
            scanned.lapsed().forEach(one -> record(scan, "lapsed", one, now));
            if (!scanned.opened().isEmpty() || !scanned.lapsed().isEmpty()) {
                LOG.info(
                        "{}: {} inquiries opened, {} lapsed",
                        scan,
                        scanned.opened().size(),
                        scanned.lapsed().size());
            }
            remind(now);
        });
    }

    private void remind(Instant now) {
        var today = day(now);
        if (!calendar.isWorkingDay(today) || !new DayTime(calendar.zone()).includes(now)) {
            return;
        }
        var list = new InquiryList(asked.inquiries().jdbc(), asked.matter());
        for (var one : list.dueBy(today.plusDays(SOON))) {
            news.remind(one, today.isAfter(one.dueOn()) ? "overdue" : "due-soon", now);
        }
    }

    /** @param dryRun says what would come of it and does nothing */
    public Ended close(long number, WrittenClosing written, String actor, boolean dryRun) {
        return Optional.ofNullable(office.transaction().execute(status -> within(number, written, actor, dryRun)))
                .orElseThrow();
    }

    private Ended within(long number, WrittenClosing written, String actor, boolean dryRun) {
        var locked = asked.inquiries()
                .lock(number)
                .filter(one -> one.side(written.sender()).isPresent());
        if (locked.isEmpty()) {
            return new Ended.NotThere();
        }
        var wrong = written.findings(asked.matter(), asked.rules());
        if (!wrong.isEmpty()) {
            return new Ended.Wrong(wrong);
        }
        var one = locked.get();
        if (!one.isOpen() || !one.waitingFor().contains(written.sender())) {
            return new Ended.NotNow(List.of(over(one)));
        }
        return new Ended.Done(
                dryRun ? one : closed(one, written, actor, office.clock().instant()));
    }

    private Inquiry closed(Inquiry one, WrittenClosing written, String actor, Instant now) {
        var seal = keys.current();
        var place = asked.matter().place(one.number()) + "/" + written.sender().code();
        var words = new Words(seal.seal(written.text().getBytes(StandardCharsets.UTF_8), place), seal.keyId());
        var closing = new SideClosing(written.sender(), actor, written.read(asked.matter()), words);
        var after = asked.inquiries().close(one, closing, now);
        record(actor, "closed-by-side", after, now);
        if (after.state() == Inquiry.State.CLOSED) {
            news.closed(after, now);
        }
        return after;
    }

    private Finding over(Inquiry one) {
        var message = switch (one.state()) {
            case OPEN -> new Bilingual("本单位已作核实", "this side has closed its part already");
            case CLOSED -> new Bilingual("各方均已核实，本事项已办结", "every side has closed its part: the case is closed");
            case LAPSED -> new Bilingual("记录已更正，本事项已失效", "the records were corrected: the case has lapsed");
        };
        return Finding.error(asked.rules().state(), Place.WHOLE, message);
    }

    private void record(String actor, String act, Inquiry one, Instant now) {
        var state =
                one.lapse().map(Inquiry.Lapse::reason).orElse(one.state().name().toLowerCase(Locale.ROOT));
        var matter = asked.matter();
        office.audit()
                .record(now, new Audit.Deed(actor, matter.wireName() + "-" + act, matter.place(one.number()), state));
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, calendar.zone());
    }
}
