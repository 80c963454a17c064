package org.jianxi.gateway.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked at a person's record, for the person who asks (个人信息保护法 第四十五条). */
public record LookLog(JdbcClient jdbc) {

    /**
     * One look.
     *
     * @param number of the record in its submission; empty where the whole delivery was opened
     */
    public record Look(
            Instant at,
            String actor,
            String purpose,
            Optional<String> legalBasis,
            String submission,
            Optional<Long> number) {}

    /** Looks at any version of this record, and at whole deliveries that had one, the oldest first. */
    public List<Look> of(SealedRecord found) {
        var place = found.place();
        return jdbc.sql("""
                        select l.* from person_look l
                        where exists (select 1 from person_record r
                            where r.dataset = :dataset and r.sender = :sender
                                and r.record_token = decode(:token, 'hex')
                                and r.submission = l.submission and (l.number is null or l.number = r.number))
                        order by l.id""")
                .param("dataset", place.dataset())
                .param("sender", place.sender())
                .param("token", place.recordToken())
                .query((row, at) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("purpose"),
                        Optional.ofNullable(row.getString("legal_basis")),
                        row.getString("submission"),
                        Optional.ofNullable(row.getObject("number", Long.class))))
                .list();
    }
}
