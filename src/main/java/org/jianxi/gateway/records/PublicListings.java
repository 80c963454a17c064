package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What is public of the records that stand. Nothing is opened for it, so nobody's look is written down. */
public final class PublicListings {

    private static final int FETCHED = 2_000;
    private static final int HALF = 32;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    public PublicListings(DataSource database, TransactionOperations transaction) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCHED);
        this.transaction = transaction;
    }

    /**
     * One record that stands.
     *
     * @param id of the record's token: the same for each of its versions, and another for every record of every sender
     * @param content canonical text by field
     * @param since when this version came
     */
    public record Public(String id, Sender sender, Map<String, String> content, Instant since) {}

    /** As a stream from the database, in the order of senders; held in no memory here. */
    public void forEach(String dataset, Consumer<Public> taker) {
        RowCallbackHandler each = row -> taker.accept(read(row));
        transaction.executeWithoutResult(status -> jdbc.query(
                "select record_token, sender, content, since from public_standing where dataset = ?", each, dataset));
    }

    private static Public read(ResultSet row) throws SQLException {
        var content = JsonMapper.shared().readTree(row.getString("content"));
        return new Public(
                HexFormat.of().formatHex(row.getBytes("record_token")).substring(0, HALF),
                new Sender(row.getString("sender")),
                content.properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().asString())),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
