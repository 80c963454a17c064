package org.jianxi.gateway.flow;

import java.time.LocalDate;
import java.util.ArrayList;
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
            var at = acts.clock().instant();
            record(new LateException(sender, period, until, why.reason(), why.text(), officer, at));
        });
        return new OfficeStep.Done();
    }

    private void record(LateException one) {
        var earlier = book.exceptions().count(one.sender(), one.period());
        var subject = "%s/%s/%d".formatted(one.period(), one.sender().code(), earlier + 1);
        var entry = log.append(ENTRY, subject, OfficeStatements.of(one), one.at());
        book.exceptions().add(one, entry.position());
        var object = one.sender().code() + "/" + one.period();
        acts.audit().record(one.at(), new Audit.Deed(one.by(), "late-exception-recorded", object, one.reason()));
        book.notices().excepted(one, entry.position());
    }
}
