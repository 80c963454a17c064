package org.jianxi.gateway.flow.reminders;

import java.time.Instant;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.intake.Contacts.Contact;
import org.jianxi.gateway.notices.Reminder;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.jianxi.gateway.notices.ReminderBook;

/**
 * Puts letters to roles into the book, in the caller's transaction.
 *
 * @param contacts read once for each round, not for each letter
 */
public record ReminderLetters(ReminderBook book, ContactFile contacts) {

    /** Who reminds where no person does. */
    static final String SCHEDULE = "schedule";

    /** Whose return of which month. */
    record About(Sender sender, Period period) {}

    /** How many letters are new; none to a role without a mailbox. */
    int put(About about, Contact contact, ReminderStage stage, ReminderText text, Instant now, Instant until) {
        if (contact.mail().isEmpty()) {
            return 0;
        }
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
