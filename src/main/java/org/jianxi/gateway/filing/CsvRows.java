package org.jianxi.gateway.filing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a CSV file as RFC 4180 has them: comma, CRLF, quotes where needed. */
public final class CsvRows {

    private final List<String> rows = new ArrayList<>();

    void add(List<String> fields) {
        rows.add(fields.stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** UTF-8 without a byte order mark, for programs. */
    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8 with a byte order mark, without which Excel and WPS on Windows guess GBK. */
    byte[] bytesForPeople() {
        return ("\uFEFF" + text()).getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        return String.join("", rows);
    }

    private static String field(String value) {
        var plain = value.chars().noneMatch(unit -> unit == ',' || unit == '"' || unit == '\r' || unit == '\n');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
