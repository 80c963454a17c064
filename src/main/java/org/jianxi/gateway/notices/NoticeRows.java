package org.jianxi.gateway.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/** Rows of the table {@code notice} as records. */
final class NoticeRows {

    private NoticeRows() {}

    static NoticeDelivery delivery(ResultSet row, int number) throws SQLException {
        return new NoticeDelivery(
                notice(row),
                DeliveryState.named(row.getString("state")).orElseThrow(),
                row.getInt("tries"),
                instant(row, "next_try_at"),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static Notice notice(ResultSet row) throws SQLException {
        var topic = new Topic(
                new SourceId(row.getString("source")),
                NoticeKind.named(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                Optional.ofNullable(row.getString("sender")).map(Sender::new),
                Optional.ofNullable(row.getString("period")).map(Period::of));
        return new Notice(
                row.getString("id"),
                topic,
                row.getBytes("body"),
                instant(row, "occurred_at"),
                instant(row, "give_up_at"));
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
