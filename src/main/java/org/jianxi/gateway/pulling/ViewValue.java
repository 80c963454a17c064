package org.jianxi.gateway.pulling;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** A database's value as text, the same whatever driver it came through: plain numbers, ISO dates, nothing for null. */
final class ViewValue {

    private ViewValue() {}

    static String text(ResultSet result, int column) throws IOException, SQLException {
        return switch (result.getObject(column)) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Date day -> day.toLocalDate().toString();
            case Timestamp moment -> moment.toLocalDateTime().toString();
            case byte[] bytes -> throw new TurnFailed("a column of its view holds bytes and not text");
            default -> {
                var text = result.getString(column);
                yield text == null ? "" : text;
            }
        };
    }
}
