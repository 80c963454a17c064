package org.jianxi.gateway.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one way to see what a person's record says: who looks and what for is written down first, in the caller's transaction. */
public final class Looks {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final PersonKeys keys;

    public Looks(JdbcTemplate jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * @param actor who looks, as the audit names people
     * @param purpose what for, 4 to 200 characters
     */
    public record Reason(String actor, String purpose) {
        public Reason {
            purpose = purpose.strip();
            if (actor.isBlank() || purpose.length() < SHORTEST || purpose.length() > LONGEST) {
                throw new NoPurpose();
            }
        }
    }

    /** No purpose, no look. */
    public static final class NoPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPurpose() {
            super("Who looks at a person's record says what for, in 4 to 200 characters");
        }
    }

    /** Its canonical JSON. Throws {@link org.jianxi.gateway.signing.KeyProblem} when the row does not open. */
    public String open(SealedRecord sealed, Reason reason, Instant at) {
        jdbc.update(
                "insert into person_look (at, actor, purpose, submission, number) values (?, ?, ?, ?, ?)",
                at.atOffset(ZoneOffset.UTC),
                reason.actor(),
                reason.purpose(),
                sealed.submission(),
                sealed.number());
        var place = SealedRecord.place(sealed.submission(), sealed.number());
        return new String(keys.named(sealed.keyId()).open(sealed.content(), place), StandardCharsets.UTF_8);
    }
}
