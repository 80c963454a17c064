package org.jianxi.gateway.flow.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.flow.SenderStanding.State;
import org.jianxi.gateway.flow.Windows;
import org.jianxi.gateway.flow.reminders.ReminderStage.Due;
import org.jianxi.gateway.intake.Contacts;
import org.jianxi.gateway.notices.DayTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds the units whose return is not accepted yet, and the office whose own is not acknowledged: before the deadline's day, on it, and
 * once when it is over. Asked every minute; says a thing once, by day, on days on which those concerned are at work.
 */
public final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Windows windows;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;
    private final Ways ways;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Reminders(
            Windows windows,
            ReportingUnits units,
            WorkingCalendar calendar,
            Ways ways,
            TransactionOperations transaction,
            Clock clock) {
        this.windows = windows;
        this.units = units;
        this.calendar = calendar;
        this.ways = ways;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** To systems, to people, and to the office itself. */
    public record Ways(NoticeBoard board, ReminderLetters letters, ProvinceReminder province) {}

    /** Puts up what is to be said now and was not said yet. */
    public void remind() {
        var now = clock.instant();
        if (!new DayTime(calendar.zone()).includes(now)) {
            return;
        }
        var month = calendar.monthOf(now);
        // before a local holiday at its very beginning a month is reminded of while it still runs
        Stream.of(month.previous(), month).forEach(period -> remind(calendar.deadlinesOf(period), now));
    }

    private void remind(Deadlines deadlines, Instant now) {
        var today = now.atZone(calendar.zone()).toLocalDate();
        var stages = new LinkedHashMap<Sender, ReminderStage>();
        var due = new Due(deadlines.unitDay(), deadlines.unitDeadline());
        for (var sender : units.inOrder().stream().map(ReportingUnit::sender).toList()) {
            ReminderStage.at(today, due, day -> isAtWork(sender, day)).ifPresent(stage -> stages.put(sender, stage));
        }
        var office = ReminderStage.at(
                today, new Due(deadlines.provinceDay(), deadlines.provinceDeadline()), calendar::isWorkingDay);
        if (!stages.isEmpty() || office.isPresent()) {
            transaction.executeWithoutResult(status -> remind(deadlines, stages, office, now));
        }
    }

    private void remind(
            Deadlines deadlines, Map<Sender, ReminderStage> stages, Optional<ReminderStage> office, Instant now) {
        var window = windows.of(deadlines.period());
        var contacts = ways.letters().contacts().read();
        var told = window.standings().stream()
                .filter(one -> one.state() == State.MISSING || one.state() == State.REJECTED)
                .mapToInt(one -> Optional.ofNullable(stages.get(one.unit().sender()))
                        .map(stage -> remind(one, deadlines, stage, contacts, now))
                        .orElse(0))
                .sum();
        office.ifPresent(stage -> ways.province().remind(window, stage, contacts, now));
        if (told > 0) {
            LOG.info("{} reminders of {}", told, deadlines.period());
        }
    }

    private int remind(
            SenderStanding standing, Deadlines deadlines, ReminderStage stage, Contacts contacts, Instant now) {
        var sender = standing.unit().sender();
        var period = deadlines.period();
        var news = new News(
                NoticeKind.REMINDER,
                "reminder." + stage.wireName(),
                "reminder/%s/%s/%s".formatted(sender.code(), period, stage.wireName()),
                data(standing, deadlines),
                now);
        var until = stage.goodUntil(
                now,
                new Due(deadlines.unitDay(), deadlines.unitDeadline()),
                ways.board().patience());
        var about = new ReminderLetters.About(sender, period);
        var text = ReminderText.toUnit(standing, deadlines, now);
        return ways.board().tell(sender, period, news, until)
                + contacts.of(sender)
                        .map(contact -> ways.letters().put(about, contact, stage, text, now, until))
                        .orElse(0);
    }

    private boolean isAtWork(Sender sender, LocalDate day) {
        return calendar.isWorkingDay(day) && !calendar.isLocalHoliday(sender, day);
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
