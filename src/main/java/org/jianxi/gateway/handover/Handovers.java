package org.jianxi.gateway.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was handed over to whom; never what stood in it. */
public record Handovers(JdbcClient jdbc) {

    /**
     * One list that was made.
     *
     * @param certificate fingerprint of the certificate to whose key it was sealed
     * @param digest of the sealed bytes
     * @param people how many stand in it
     * @param words what for, in the officer's own
     */
    public record Handover(
            String receiver,
            String purpose,
            Digest certificate,
            Digest digest,
            int people,
            String words,
            String by,
            Instant at) {

        public Handover {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** @param position of its entry in the ledger */
    public record Entered(Handover handover, long position) {}

    /** @param position of its entry in the ledger */
    public void add(Handover one, long position) {
        jdbc.sql("""
                        insert into handover (position, receiver, purpose, certificate, digest, people, words, by, at)
                        values (:position, :receiver, :purpose, :certificate, :digest, :people, :words, :by, :at)""")
                .param("position", position)
                .param("receiver", one.receiver())
                .param("purpose", one.purpose())
                .param("certificate", one.certificate().bytes())
                .param("digest", one.digest().bytes())
                .param("people", one.people())
                .param("words", one.words())
                .param("by", one.by())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    public List<Entered> newest(int most) {
        return jdbc.sql("select * from handover order by position desc limit :most")
                .param("most", most)
                .query(Handovers::read)
                .list();
    }

    /** The one that an entry of the ledger speaks of. */
    public Optional<Handover> at(long position) {
        return jdbc.sql("select * from handover where position = :position")
                .param("position", position)
                .query(Handovers::read)
                .optional()
                .map(Entered::handover);
    }

    private static Entered read(ResultSet row, int number) throws SQLException {
        var handover = new Handover(
                row.getString("receiver"),
                row.getString("purpose"),
                Digest.of(row.getBytes("certificate")),
                Digest.of(row.getBytes("digest")),
                row.getInt("people"),
                row.getString("words"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new Entered(handover, row.getLong("position"));
    }
}
