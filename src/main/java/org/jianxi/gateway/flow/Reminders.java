package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.flow.SenderStanding.State;
import org.jianxi.gateway.notices.DayTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds the units whose return of the last month is not accepted yet: before the deadline's day, on it, and once when it is over.
 * Asked every minute; says a thing once, on working days, from 8:00 to 20:00.
 */
public final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Windows windows;
    private final WorkingCalendar calendar;
    private final NoticeBoard board;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Reminders(
            Windows windows,
            WorkingCalendar calendar,
            NoticeBoard board,
            TransactionOperations transaction,
            Clock clock) {
        this.windows = windows;
        this.calendar = calendar;
        this.board = board;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts up what is to be said now and was not said yet. */
    public void remind() {
        var now = clock.instant();
        if (!new DayTime(calendar.zone()).includes(now)) {
            return;
        }
        var period = new Period(YearMonth.from(now.atZone(calendar.zone()))).previous();
        var deadlines = calendar.deadlinesOf(period);
        ReminderStage.at(now, deadlines, calendar)
                .ifPresent(stage -> transaction.executeWithoutResult(status -> remind(deadlines, stage, now)));
    }

    private void remind(Deadlines deadlines, ReminderStage stage, Instant now) {
        var told = windows.of(deadlines.period()).standings().stream()
                .filter(one -> one.state() == State.MISSING || one.state() == State.REJECTED)
                .mapToInt(one -> remind(one, deadlines, stage, now))
                .sum();
        if (told > 0) {
            LOG.info("{} reminders of {}, {}", told, deadlines.period(), stage.wireName());
        }
    }

    private int remind(SenderStanding standing, Deadlines deadlines, ReminderStage stage, Instant now) {
        var sender = standing.unit().sender();
        var period = deadlines.period();
        var news = new News(
                NoticeKind.REMINDER,
                "reminder." + stage.wireName(),
                "reminder/%s/%s/%s".formatted(sender.code(), period, stage.wireName()),
                data(standing, deadlines),
                now);
        return board.tell(sender, period, news, stage.goodUntil(now, deadlines, board.patience()));
    }

    private static Map<String, Object> data(SenderStanding standing, Deadlines deadlines) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", standing.unit().sender().code());
        data.put("dataset", Delivery.MONTHLY_RETURN);
        data.put("period", deadlines.period().toString());
        data.put("state", standing.state().wireName());
        data.put("deadline", deadlines.unitDay().toString());
        data.put("deadlineAt", deadlines.unitDeadline().toString());
        data.put("provisional", deadlines.provisional());
        data.put("calendar", deadlines.calendarVersion());
        standing.submissionId().ifPresent(id -> data.put("submission", id));
        return data;
    }
}
