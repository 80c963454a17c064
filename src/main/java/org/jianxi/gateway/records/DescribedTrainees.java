package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The trainees whose records stand, a page at a time and still sealed; those who have to be are opened by name, birth date and place. The
 * look is written down once for each delivery that a record is opened of.
 */
public record DescribedTrainees(JdbcTemplate jdbc, PersonKeys keys) {

    private static final byte[] BEFORE_ALL = new byte[0];

    /** One trainee's newest record, and the token of the citizen's number in it. */
    public record Sealed(PersonOfRecord person, SealedRecord content) {}

    /**
     * Whoever has the tokens behind this one, in their order.
     *
     * @param after empty for the first page
     */
    public List<Sealed> page(Optional<Digest> after, int most) {
        return jdbc.query(
                "select distinct on (c.person_token) " + SealedRecord.COLUMNS + " from person_current c"
                        + " join person_record r on r.submission = c.submission and r.number = c.number"
                        + " where c.dataset = 'trainees' and c.person_token > ?"
                        + " order by c.person_token, c.since desc, r.submission, r.number limit ?",
                DescribedTrainees::sealed,
                after.map(Digest::bytes).orElse(BEFORE_ALL),
                most);
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        var person = new PersonOfRecord(Digest.of(row.getBytes("person_token")), Optional.empty());
        return new Sealed(person, SealedRecord.read(row, number));
    }

    /** In the caller's transaction. */
    public List<TraineeDescription> open(List<Sealed> trainees, LookReason reason, Instant at) {
        var looks = new Looks(JdbcClient.create(jdbc), keys);
        var looked = new HashSet<String>();
        var opened = new ArrayList<TraineeDescription>();
        for (var one : trainees) {
            var found = one.content();
            found.content().ifPresent(content -> {
                if (looked.add(found.submission())) {
                    looks.record(found.submission(), Optional.empty(), reason, at);
                }
                opened.add(TraineeDescription.read(
                        one.person().person(), Looks.open(keys, found, content).value()));
            });
        }
        return opened;
    }
}
