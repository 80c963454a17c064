package org.jianxi.gateway.flow.overlaps;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.overlaps.OverlapCase;
import org.jianxi.gateway.overlaps.OverlapList;
import org.jianxi.gateway.overlaps.Overlaps;
import org.jianxi.gateway.overlaps.Overlaps.SideClosing;
import org.jianxi.gateway.overlaps.Overlaps.Words;
import org.jianxi.gateway.signing.PersonKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Opens, tells, reminds of and closes cases of overlapping placements (人社部发〔2023〕27号 三(三)). What follows from one, people decide. */
public final class OverlapDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OverlapDesk.class);

    /** To look at two records and ask somebody. */
    private static final int WORKING_DAYS = 10;

    /** Before the last day a side is reminded. */
    private static final int SOON = 3;

    private final Overlaps overlaps;
    private final OverlapNews news;
    private final PersonKeys keys;
    private final WorkingCalendar calendar;
    private final Office office;

    public OverlapDesk(Overlaps overlaps, NoticeBoard board, PersonKeys keys, WorkingCalendar calendar, Office office) {
        this.overlaps = overlaps;
        this.news = new OverlapNews(board);
        this.keys = keys;
        this.calendar = calendar;
        this.office = office;
    }

    /** Where acts are written down. */
    public record Office(Audit audit, TransactionOperations transaction, Clock clock) {}

    /** How a closing ended. */
    public sealed interface Ended {

        record Done(OverlapCase overlap) implements Ended {}

        record Wrong(List<Finding> findings) implements Ended {}

        record NotNow(List<Finding> findings) implements Ended {}

        /** There is no such case, or the unit has no part in it. */
        record NotThere() implements Ended {}
    }

    /** A route calls this: finds what is new since the last time, lets go what is gone, reminds whoever has not answered. */
    public void look() {
        office.transaction().executeWithoutResult(status -> {
            var now = office.clock().instant();
            var scanned = overlaps.scan(calendar.workingDay(day(now), WORKING_DAYS), now);
            news.found(scanned.opened(), now);
            news.lapsed(scanned.lapsed(), now);
            scanned.opened().forEach(one -> record(Overlaps.SCAN, "overlap-found", one, now));
            scanned.lapsed().forEach(one -> record(Overlaps.SCAN, "overlap-lapsed", one, now));
            if (!scanned.opened().isEmpty() || !scanned.lapsed().isEmpty()) {
                LOG.info(
                        "{} overlaps found, {} lapsed",
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
        for (var one : new OverlapList(overlaps.jdbc()).dueBy(today.plusDays(SOON))) {
            news.remind(one, today.isAfter(one.dueOn()) ? "overdue" : "due-soon", now);
        }
    }

    /** @param dryRun says what would come of it and does nothing */
    public Ended close(long number, WrittenClosing written, String actor, boolean dryRun) {
        return Optional.ofNullable(office.transaction().execute(status -> within(number, written, actor, dryRun)))
                .orElseThrow();
    }

    private Ended within(long number, WrittenClosing written, String actor, boolean dryRun) {
        var overlap =
                overlaps.lock(number).filter(one -> one.side(written.sender()).isPresent());
        if (overlap.isEmpty()) {
            return new Ended.NotThere();
        }
        var wrong = written.findings();
        if (!wrong.isEmpty()) {
            return new Ended.Wrong(wrong);
        }
        var one = overlap.get();
        if (!one.isOpen() || !one.waitingFor().contains(written.sender())) {
            return new Ended.NotNow(List.of(over(one)));
        }
        return new Ended.Done(
                dryRun ? one : closed(one, written, actor, office.clock().instant()));
    }

    private OverlapCase closed(OverlapCase one, WrittenClosing written, String actor, Instant now) {
        var seal = keys.current();
        var place = "overlap/%d/%s".formatted(one.number(), written.sender().code());
        var words = new Words(seal.seal(written.text().getBytes(StandardCharsets.UTF_8), place), seal.keyId());
        var after = overlaps.close(one, new SideClosing(written.sender(), actor, written.read(), words), now);
        record(actor, "overlap-closed-by-side", after, now);
        if (after.state() == OverlapCase.State.CLOSED) {
            news.closed(after, now);
        }
        return after;
    }

    private static Finding over(OverlapCase one) {
        var message = switch (one.state()) {
            case OPEN -> new Bilingual("本单位已作核实", "this side has closed its part already");
            case CLOSED -> new Bilingual("各方均已核实，本事项已办结", "every side has closed its part: the case is closed");
            case LAPSED -> new Bilingual("记录已更正，本事项已失效", "the records were corrected: the case has lapsed");
        };
        return Finding.error(OverlapRule.STATE, Place.WHOLE, message);
    }

    private void record(String actor, String action, OverlapCase one, Instant now) {
        var state = one.lapse()
                .map(OverlapCase.Lapse::reason)
                .orElse(one.state().name().toLowerCase(java.util.Locale.ROOT));
        office.audit().record(now, new Audit.Deed(actor, action, "overlap/" + one.number(), state));
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, calendar.zone());
    }
}
