package org.jianxi.gateway.records;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** Rows on their way into several tables by COPY. A connection copies one table at a time, so some rows of each wait here for their turn. */
final class CopiedTables {

    private static final int PIECE = 1024 * 1024;

    private final PGConnection connection;
    private final Map<String, StringBuilder> waiting = new LinkedHashMap<>();
    private int characters;

    CopiedTables(PGConnection connection) {
        this.connection = connection;
    }

    /**
     * @param into the table with its columns in brackets; tables are filled in the order in which they were first named
     * @param row in COPY's text format
     */
    void write(String into, String row) throws IOException {
        waiting.computeIfAbsent(into, table -> new StringBuilder()).append(row).append('\n');
        characters += row.length();
        if (characters >= PIECE) {
            finish();
        }
    }

    void finish() throws IOException {
        for (var rows : waiting.entrySet()) {
            copy(rows.getKey(), rows.getValue().toString());
            rows.getValue().setLength(0);
        }
        characters = 0;
    }

    private void copy(String into, String rows) throws IOException {
        try {
            connection.getCopyAPI().copyIn("copy " + into + " from stdin", new StringReader(rows));
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }
}
