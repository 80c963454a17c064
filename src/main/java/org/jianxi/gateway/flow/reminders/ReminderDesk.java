package org.jianxi.gateway.flow.reminders;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.PeriodWindow;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.flow.SenderStanding.State;
import org.jianxi.gateway.flow.Windows;
import org.jianxi.gateway.flow.reminders.ReminderPage.After;
import org.jianxi.gateway.flow.reminders.ReminderPage.Row;
import org.jianxi.gateway.flow.reminders.ReminderPage.Told;
import org.jianxi.gateway.intake.Contacts;
import org.jianxi.gateway.intake.Contacts.Contact;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDelivery;
import org.jianxi.gateway.notices.Reminder;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.jianxi.gateway.notices.ReminderBook;
import org.springframework.transaction.support.TransactionOperations;

/** Who was reminded, when, and what they did after; and reminding by hand. */
public record ReminderDesk(
        Windows windows, Records records, Audit audit, TransactionOperations transaction, Clock clock) {

    /** A second press of the button is no second letter. */
    private static final Duration LEAST_BETWEEN = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofDays(1);

    /** Where reminders and what followed stand. */
    public record Records(ReminderLetters letters, NoticeDeliveries notices, Submissions submissions) {
        ReminderBook book() {
            return letters.book();
        }
    }

    /**
     * @param note what was said and agreed on the telephone; of a letter it is not asked
     */
    public record Request(Sender sender, Channel way, String note) {}

    /** How reminding by hand ended. */
    public enum Ended {
        DONE,
        NOT_THERE,
        /** Its return stands. */
        NOT_OWED,
        NO_MAILBOX,
        NO_NOTE,
        TOO_SOON
    }

    public ReminderPage page(Period period) {
        var window = windows.of(period);
        var contacts = records.letters().contacts().read();
        var deliveries = records.submissions().ofPeriod(Delivery.MONTHLY_RETURN, period);
        var told = told(period);
        var rows = window.standings().stream()
                .map(one -> row(one, window, contacts, of(one.unit().sender(), told, deliveries)))
                .toList();
        return new ReminderPage(window, contacts, rows, of(ProvincialReturn.PROVINCE.sender(), told, List.of()));
    }

    /** A letter leaves with the next round by day; a call is written down at once. Either is in the audit. */
    public Ended remind(Period period, Request request, String actor) {
        return Optional.ofNullable(transaction.execute(status -> within(period, request, actor)))
                .orElseThrow();
    }

    private Ended within(Period period, Request request, String actor) {
        var window = windows.of(period);
        var standing = window.standings().stream()
                .filter(one -> one.unit().sender().equals(request.sender()))
                .findFirst();
        if (standing.isEmpty()) {
            return Ended.NOT_THERE;
        }
        if (!isOwed(standing.get())) {
            return Ended.NOT_OWED;
        }
        var contact = records.letters().contacts().read().of(request.sender());
        if (request.way() == Channel.MAIL
                && contact.map(Contact::mail).filter(mail -> !mail.isEmpty()).isEmpty()) {
            return Ended.NO_MAILBOX;
        }
        if (request.way() == Channel.TELEPHONE && request.note().isBlank()) {
            return Ended.NO_NOTE;
        }
        return put(standing.get(), window, contact, request, actor);
    }

    private Ended put(
            SenderStanding standing, PeriodWindow window, Optional<Contact> contact, Request request, String actor) {
        var now = clock.instant();
        var period = window.deadlines().period();
        var before = records.book().byHand(request.sender(), period);
        if (before.stream()
                .map(ReminderBook.Entry::reminder)
                .filter(one -> one.channel() == request.way())
                .anyMatch(one -> one.occurredAt().plus(LEAST_BETWEEN).isAfter(now))) {
            return Ended.TOO_SOON;
        }
        var text = ReminderText.toUnit(standing, window.deadlines(), now);
        var byMail = request.way() == Channel.MAIL;
        var reminder = new Reminder(
                request.sender(),
                period,
                Reminder.BY_HAND,
                before.size() + 1,
                request.way(),
                contact.map(Contact::role).orElse(""),
                byMail ? contact.map(Contact::mail).orElse(List.of()) : List.of(),
                text.subject(),
                byMail ? text.body() : request.note().strip(),
                actor,
                now,
                now.plus(PATIENCE));
        if (!records.book().put(reminder)) {
            return Ended.TOO_SOON;
        }
        audit.record(
                now,
                new Audit.Deed(
                        actor,
                        "reminded",
                        request.sender() + "/" + period,
                        request.way().wireName()));
        return Ended.DONE;
    }

    private Row row(SenderStanding standing, PeriodWindow window, Contacts contacts, List<Told> told) {
        var text = Optional.of(standing)
                .filter(ReminderDesk::isOwed)
                .map(one -> ReminderText.toUnit(one, window.deadlines(), clock.instant()));
        return new Row(standing, contacts.of(standing.unit().sender()), text, told);
    }

    private static boolean isOwed(SenderStanding standing) {
        return standing.state() == State.MISSING || standing.state() == State.REJECTED;
    }

    private record Said(Sender sender, Told told) {}

    private List<Said> told(Period period) {
        var toPeople = records.book().of(period).stream().map(ReminderDesk::said);
        var toSystems = records.notices().reminders(period).stream().flatMap(one -> said(one).stream());
        return Stream.concat(toPeople, toSystems)
                .sorted(Comparator.comparing(one -> one.told().at()))
                .toList();
    }

    private static Said said(ReminderBook.Entry entry) {
        var one = entry.reminder();
        return new Said(
                one.sender(),
                new Told(
                        one.occurredAt(),
                        one.stage(),
                        one.channel().wireName(),
                        entry.state().wireName(),
                        one.by(),
                        one.channel() == Channel.TELEPHONE ? one.body() : "",
                        Optional.empty()));
    }

    private static Optional<Said> said(NoticeDelivery delivery) {
        var notice = delivery.notice();
        var subject = notice.topic().subject();
        return notice.topic()
                .sender()
                .map(sender -> new Said(
                        sender,
                        new Told(
                                notice.occurredAt(),
                                subject.substring(subject.lastIndexOf('/') + 1),
                                "webhook",
                                delivery.state().wireName(),
                                ReminderLetters.SCHEDULE,
                                "",
                                Optional.empty())));
    }

    private static List<Told> of(Sender sender, List<Said> told, List<StoredSubmission> deliveries) {
        var own = deliveries.stream()
                .filter(one -> one.sender().equals(Optional.of(sender)))
                .sorted(Comparator.comparing(one -> one.arrival().receivedAt()))
                .toList();
        return told.stream()
                .filter(one -> one.sender().equals(sender))
                .map(one -> withAfter(one.told(), own))
                .toList();
    }

    private static Told withAfter(Told told, List<StoredSubmission> own) {
        var after = own.stream()
                .filter(one -> !one.arrival().receivedAt().isBefore(told.at()))
                .findFirst()
                .map(one -> new After(one.id(), one.arrival().receivedAt(), one.isAccepted()));
        return new Told(told.at(), told.stage(), told.way(), told.state(), told.by(), told.note(), after);
    }
}
