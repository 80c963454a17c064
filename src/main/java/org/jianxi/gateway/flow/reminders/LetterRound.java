package org.jianxi.gateway.flow.reminders;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.filing.Incidents;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.notices.LetterCarrier;
import org.jianxi.gateway.notices.LetterCarrier.Carried;
import org.jianxi.gateway.notices.ReminderBook;
import org.jianxi.gateway.notices.ReminderBook.Claim;
import org.jianxi.gateway.outgoing.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the letters that are due, by day only; one that nobody would take any more becomes an incident. */
public final class LetterRound {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRound.class);

    private final ReminderBook book;
    private final LetterCarrier carrier;
    private final Incidents incidents;
    private final Pace pace;

    public LetterRound(ReminderBook book, LetterCarrier carrier, Incidents incidents, Pace pace) {
        this.book = book;
        this.carrier = carrier;
        this.incidents = incidents;
        this.pace = pace;
    }

    /** When to try. */
    public record Pace(Backoff backoff, DayTime day, Clock clock) {}

    /** Tries every letter that is due now. */
    public void send() {
        book.giveUpOverdue(pace.clock().instant()).forEach(this::gaveUp);
        var due = next();
        while (due.isPresent()) {
            carry(due.get());
            due = next();
        }
    }

    private Optional<Claim> next() {
        var now = pace.clock().instant();
        return pace.day().includes(now) ? book.claimDue(now) : Optional.empty();
    }

    private void carry(Claim claim) {
        switch (carrier.carry(claim.letter())) {
            case Carried.Taken taken -> book.sent(claim, pace.clock().instant());
            case Carried.Failed(var why) -> {
                var wait = pace.backoff().afterTry(claim.tries(), Optional.empty());
                book.postpone(claim, pace.clock().instant().plus(wait), why);
            }
        }
    }

    private void gaveUp(ReminderBook.Entry entry) {
        var reminder = entry.reminder();
        var about = reminder.sender() + "/" + reminder.period() + "/" + reminder.stage();
        var why = entry.lastError().orElse("");
        LOG.warn("Letter {} given up after {} tries: {}", about, entry.tries(), why);
        incidents.report(
                new Incident("reminder-given-up", about, why, pace.clock().instant()), new byte[0]);
    }
}
