package org.jianxi.gateway.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.signing.Sm3;

/**
 * Records why a unit may file after its deadline, and until when (逾期说明、延期受理). Whether the return was late is judged as ever; the
 * exception stands beside it, and opens a closed year for this unit and month.
 */
public final class LateExceptionDesk {

    /** The kind of entry it makes in the ledger. */
    static final String ENTRY = "late-exception";

    private final LedgerLog log;
    private final FiledReturns filed;
    private final Book book;
    private final WorkingCalendar calendar;
    private final MonthEndFlow.Acts acts;

    public LateExceptionDesk(
            LedgerLog log, FiledReturns filed, Book book, WorkingCalendar calendar, MonthEndFlow.Acts acts) {
        this.log = log;
        this.filed = filed;
        this.book = book;
        this.calendar = calendar;
        this.acts = acts;
    }

    /** Where it is written down, what it may be for, whom it may be about, and who is told. */
    public record Book(LateExceptions exceptions, Reasons reasons, ReportingUnits units, OfficeNotices notices) {}

    /** @param until the last day on which the return is awaited, in Shanghai */
    public OfficeStep record(Period period, Sender sender, LocalDate until, WrittenReason why, String officer) {
        if (!book.units().includes(sender)) {
            return new OfficeStep.NotThere();
        }
        var wrong = new ArrayList<>(why.findings(book.reasons(), Reasons.Use.LATE_EXCEPTION));
        var unitDay = calendar.deadlinesOf(period).unitDay();
        if (!until.isAfter(unitDay)) {
            wrong.add(Finding.error(
                    FlowRule.LATE_EXCEPTION,
                    Place.pointer("/until"),
                    new Bilingual("受理期限应晚于截止日 " + unitDay, "until lies after the deadline, " + unitDay)));
        }
        if (!wrong.isEmpty()) {
            return new OfficeStep.Wrong(wrong);
        }
        acts.transaction().executeWithoutResult(status -> {
            filed.lock(period);
            record(
                    new Written(period, sender, until, why, officer),
                    acts.clock().instant());
        });
        return new OfficeStep.Done();
    }

    private record Written(Period period, Sender sender, LocalDate until, WrittenReason why, String officer) {

        Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("sender", sender.code());
            facts.put("period", period.toString());
            facts.put("until", until.toString());
            facts.put("reason", why.reason());
            facts.put(
                    "text", Sm3.of(why.text().getBytes(StandardCharsets.UTF_8)).hex());
            facts.put("by", officer);
            return facts;
        }
    }

    private void record(Written one, Instant at) {
        var earlier = book.exceptions().count(one.sender(), one.period());
        var subject = "%s/%s/%d".formatted(one.period(), one.sender().code(), earlier + 1);
        var entry = log.append(ENTRY, subject, one.facts(), at);
        var exception = new LateException(
                one.sender(),
                one.period(),
                one.until(),
                one.why().reason(),
                one.why().text(),
                one.officer(),
                at,
                entry.position());
        book.exceptions().add(exception);
        acts.audit()
                .record(
                        at,
                        new Audit.Deed(
                                one.officer(),
                                "late-exception-recorded",
                                one.sender().code() + "/" + one.period(),
                                one.why().reason()));
        book.notices().excepted(exception);
    }
}
