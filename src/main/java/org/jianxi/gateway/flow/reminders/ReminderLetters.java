package org.jianxi.gateway.flow.reminders;

import java.time.Instant;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.intake.Contacts.Contact;
import org.jianxi.gateway.notices.Reminder;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.jianxi.gateway.notices.ReminderBook;

/** Puts letters to roles into the book, for those who have a mailbox; in the caller's transaction. */
public record ReminderLetters(ReminderBook book, ContactFile contacts) {

    /** Who reminds where no person does. */
    static final String SCHEDULE = "schedule";

    /** How many letters are new. */
    int toUnit(SenderStanding standing, Deadlines deadlines, ReminderStage stage, Instant now, Instant until) {
        var sender = standing.unit().sender();
        return contacts.read()
                .of(sender)
                .filter(contact -> !contact.mail().isEmpty())
                .map(contact -> put(
                        new About(sender, deadlines.period()),
                        contact,
                        stage,
                        ReminderText.toUnit(standing, deadlines, now),
                        now,
                        until))
                .orElse(0);
    }

    /** The province's own; how many are new. */
    int toOffice(About about, ReminderStage stage, ReminderText text, Instant now, Instant until) {
        return contacts.read()
                .office()
                .filter(contact -> !contact.mail().isEmpty())
                .map(contact -> put(about, contact, stage, text, now, until))
                .orElse(0);
    }

    /** Whose return of which month. */
    record About(Sender sender, Period period) {}

    private int put(About about, Contact contact, ReminderStage stage, ReminderText text, Instant now, Instant until) {
        var reminder = new Reminder(
                about.sender(),
                about.period(),
                stage.wireName(),
                0,
                Channel.MAIL,
                contact.role(),
                contact.mail(),
                text.subject(),
                text.body(),
                SCHEDULE,
                now,
                until);
        return book.put(reminder) ? 1 : 0;
    }
}
