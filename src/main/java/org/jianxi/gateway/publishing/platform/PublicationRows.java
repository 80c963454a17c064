package org.jianxi.gateway.publishing.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.publishing.Change;
import org.jianxi.gateway.publishing.Held;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code publication} as records. */
final class PublicationRows {

    private PublicationRows() {}

    static Claim claim(ResultSet row, int at) throws SQLException {
        var list = list(row);
        var id = row.getString("listing");
        var sent = digest(row, "content_digest");
        var change = sent.isEmpty() ? new Change.Withdraw(list, id) : new Change.Update(listing(row));
        return new Claim(row.getString("platform"), change, sent, row.getInt("tries"), row.getInt("failures"));
    }

    /** What is wanted there now counts as told: it is on its way. */
    static Held wanted(ResultSet row, int at) throws SQLException {
        return new Held(list(row), row.getString("listing"), digest(row, "content_digest"));
    }

    private static Listing listing(ResultSet row) throws SQLException {
        var content = JsonMapper.shared().readTree(row.getString("content"));
        var values = content.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asString()));
        var sender = new Sender(row.getString("sender"));
        return new Listing(list(row), row.getString("listing"), sender, values, instant(row, "wanted_at"));
    }

    static ListKind list(ResultSet row) throws SQLException {
        return ListKind.named(row.getString("list")).orElseThrow();
    }

    static Optional<Digest> digest(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Digest::of);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static byte @Nullable [] bytes(Optional<Digest> digest) {
        return digest.map(Digest::bytes).orElse(null);
    }
}
