package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The people whose records stand now. By token they are told to anybody of ours; by number and name only for a stated purpose. */
public final class CurrentPeople {

    private static final int FETCHED = 5_000;
    private static final String PEOPLE =
            "select distinct person_token, name_token from person_current where person_token is not null";

    private final JdbcTemplate jdbc;
    private final Looks looks;
    private final TransactionOperations transaction;

    public CurrentPeople(DataSource database, Looks looks, TransactionOperations transaction) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCHED);
        this.looks = looks;
        this.transaction = transaction;
    }

    /** Each pair of tokens once, in the order of the persons' tokens; as a stream from the database, held in no memory here. */
    public void forEach(Consumer<PersonOfRecord> taker) {
        stream(PEOPLE + " order by 1, 2", taker);
    }

    /** Those whose records came or changed at this moment or later. */
    public void since(Instant moment, Consumer<PersonOfRecord> taker) {
        stream(PEOPLE + " and since >= ? order by 1, 2", taker, moment.atOffset(ZoneOffset.UTC));
    }

    /**
     * Number and name behind a token, from the newest trainee's record that has it, in the caller's transaction; empty where no record
     * has it any more. The look is written down.
     */
    public Optional<Identity> open(Digest person, LookReason reason, Instant at) {
        return jdbc
                .query(
                        "select " + SealedRecord.COLUMNS + " from current_trainees(array[?::bytea]) c"
                                + " join person_record r on r.submission = c.submission and r.number = c.number"
                                + " join submission s on s.id = c.submission order by s.decided_at desc limit 1",
                        SealedRecord::read,
                        person.bytes())
                .stream()
                .findFirst()
                .flatMap(found -> looks.open(found, reason, at))
                .flatMap(leaf -> identity(leaf.value()));
    }

    private static Optional<Identity> identity(String json) {
        var tree = JsonMapper.shared().readTree(json);
        return CitizenId.find(tree.path("idNumber").asString(""))
                .map(citizen -> new Identity(citizen, tree.path("name").asString("")));
    }

    private void stream(String sql, Consumer<PersonOfRecord> taker, Object... arguments) {
        RowCallbackHandler each = row -> taker.accept(person(row));
        transaction.executeWithoutResult(status -> jdbc.query(sql, each, arguments));
    }

    private static PersonOfRecord person(ResultSet row) throws SQLException {
        return new PersonOfRecord(
                Digest.of(row.getBytes("person_token")),
                Optional.ofNullable(row.getBytes("name_token")).map(HexFormat.of()::formatHex));
    }
}
