package org.jianxi.gateway.database;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Looks for planted values in every column of every table of a database, and in text: as they are, in UTF-8, GB18030 and UTF-16, in
 * hexadecimal and in base64 at each of its three offsets. What is found is named by its place and by the value's own name, never by the value.
 */
public final class LeakScan {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final int FETCHED = 100;

    private final Map<String, List<String>> needles = new TreeMap<>();

    /** @param planted by a name that a report may show */
    public LeakScan(Map<String, String> planted) {
        planted.forEach((name, value) -> needles.put(name, writings(value)));
    }

    /** Everything that may be a writing of it, where each byte of what is searched is one character. */
    private static List<String> writings(String value) {
        var all = new TreeSet<String>();
        for (var charset :
                List.of(StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var bytes = value.getBytes(charset);
            all.add(new String(bytes, StandardCharsets.ISO_8859_1));
            all.add(HexFormat.of().formatHex(bytes));
            all.add(HexFormat.of().withUpperCase().formatHex(bytes));
            for (var offset = 0; offset < 3; offset++) {
                all.add(base64(bytes, offset));
            }
        }
        all.add(escaped(value));
        return List.copyOf(all);
    }

    /** The middle of it, which is the same whatever stands around. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var text = BASE64.encodeToString(shifted);
        return text.substring(offset == 0 ? 0 : 4, text.length() - 2);
    }

    private static String escaped(String value) {
        var text = new StringBuilder();
        value.chars().forEach(unit -> text.append(unit < 128 ? "" + (char) unit : "\\u%04x".formatted(unit)));
        return text.toString();
    }

    /** Where something stands in this text, by the names of what was planted. */
    public List<String> in(String place, String text) {
        return in(place, text.getBytes(StandardCharsets.UTF_8));
    }

    public List<String> in(String place, byte[] bytes) {
        var searched = new String(bytes, StandardCharsets.ISO_8859_1);
        var found = new ArrayList<String>();
        needles.forEach((name, writings) -> {
            if (writings.stream().anyMatch(searched::contains)) {
                found.add(place + ": " + name);
            }
        });
        return found;
    }

    /** Every column of every table, read as somebody who may read all. */
    public Collection<String> in(DataSource database) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var table : tables(connection)) {
                lookAt(connection, table, found);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private void lookAt(Connection connection, String table, Collection<String> found) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            var rows = statement.executeQuery("select * from \"" + table + "\"");
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    var place = table + "." + columns.getColumnName(column);
                    var value = JdbcUtils.getResultSetValue(rows, column);
                    if (value instanceof byte[] bytes) {
                        found.addAll(in(place, bytes));
                    } else if (value != null) {
                        found.addAll(in(place, value.toString()));
                    }
                }
            }
        }
    }
}
