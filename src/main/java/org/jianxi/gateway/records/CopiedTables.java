package org.jianxi.gateway.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/** Rows on their way into several tables by COPY. A connection copies one table at a time, so some rows of each wait here for their turn. */
final class CopiedTables {

    private static final int PIECE = 1024 * 1024;
    private static final String BINARY = " from stdin (format binary)";
    private static final String TEXT = " from stdin";

    private final PGConnection connection;
    private final Map<String, ByteArrayOutputStream> waiting = new LinkedHashMap<>();
    private int bytes;

    CopiedTables(PGConnection connection) {
        this.connection = connection;
    }

    /**
     * @param into the table with its columns in brackets; tables are filled in the order in which they were first named
     * @param row in COPY's text format
     */
    void write(String into, String row) throws IOException {
        write(into + TEXT, (row + "\n").getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** @param row a {@link BinaryRow} */
    void write(String into, byte[] row) throws IOException {
        write(into + BINARY, row, BinaryRow.HEAD);
    }

    private void write(String into, byte[] row, byte[] head) throws IOException {
        var rows = waiting.computeIfAbsent(into, table -> new ByteArrayOutputStream());
        if (rows.size() == 0) {
            rows.writeBytes(head);
        }
        rows.writeBytes(row);
        bytes += row.length;
        if (bytes >= PIECE) {
            finish();
        }
    }

    void finish() throws IOException {
        for (var rows : waiting.entrySet()) {
            if (rows.getValue().size() > 0) {
                copy(rows.getKey(), rows.getValue());
            }
        }
        bytes = 0;
    }

    private void copy(String into, ByteArrayOutputStream rows) throws IOException {
        if (into.endsWith(BINARY)) {
            rows.writeBytes(BinaryRow.END);
        }
        try {
            connection.getCopyAPI().copyIn("copy " + into, writing(rows));
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
        rows.reset();
    }

    private static ByteStreamWriter writing(ByteArrayOutputStream rows) {
        return new ByteStreamWriter() {
            @Override
            public int getLength() {
                return rows.size();
            }

            @Override
            public void writeTo(ByteStreamTarget target) throws IOException {
                rows.writeTo(target.getOutputStream());
            }
        };
    }
}
