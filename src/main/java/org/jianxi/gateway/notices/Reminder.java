package org.jianxi.gateway.notices;

import java.time.Instant;
import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/**
 * That somebody was reminded, or is to be.
 *
 * @param stage {@code due-soon}, {@code due-today}, {@code overdue} or {@code by-hand}
 * @param ordinal of those by hand the how-manieth from 1; zero for the others, of which there is one each
 * @param role who was reminded, never a person
 * @param addresses the role's mailboxes; empty for a reminder by telephone
 * @param body what was said; of one by telephone what was written down of it
 * @param by {@code schedule}, or the officer's name as the audit has it
 */
public record Reminder(
        Sender sender,
        Period period,
        String stage,
        int ordinal,
        Channel channel,
        String role,
        List<String> addresses,
        String subject,
        String body,
        String by,
        Instant occurredAt,
        Instant giveUpAt) {

    public static final String BY_HAND = "by-hand";

    public Reminder {
        addresses = List.copyOf(addresses);
    }

    /** By which way. The wire names stand in the database. */
    public enum Channel {
        MAIL("mail"),
        TELEPHONE("telephone");

        private final String wireName;

        Channel(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static Channel named(String wireName) {
            return MAIL.wireName.equals(wireName) ? MAIL : TELEPHONE;
        }
    }
}
