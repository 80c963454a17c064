package org.jianxi.gateway.flow.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.flow.PeriodWindow;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.intake.Contacts;
import org.jianxi.gateway.intake.Contacts.Contact;

/**
 * A month's reminders.
 *
 * @param rows in the notice's order
 * @param office what the office itself was told
 */
public record ReminderPage(PeriodWindow window, Contacts contacts, List<Row> rows, List<Told> office) {

    public ReminderPage {
        rows = List.copyOf(rows);
        office = List.copyOf(office);
    }

    /**
     * @param text what to say now, ready to copy; empty of a unit whose return stands
     * @param told oldest first
     */
    public record Row(
            SenderStanding standing, Optional<Contact> contact, Optional<ReminderText> text, List<Told> told) {
        public Row {
            told = List.copyOf(told);
        }
    }

    /**
     * One reminder.
     *
     * @param way {@code webhook}, {@code mail} or {@code telephone}
     * @param state {@code waiting}, {@code delivered} or {@code given-up}
     * @param note what was written down of a call; empty of the others
     * @param after the first delivery for the month that came later; empty while there is none
     */
    public record Told(
            Instant at, String stage, String way, String state, String by, String note, Optional<After> after) {}

    /** What the unit did next. */
    public record After(String submission, Instant at, boolean accepted) {}
}
