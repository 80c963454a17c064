package org.jianxi.gateway.records.copying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/** Rows on their way into several tables by COPY. A connection copies one table at a time, so some rows of each wait here for their turn. */
public final class CopiedTables {

    private static final int PIECE = 1024 * 1024;

    private final PGConnection connection;
    private final Map<String, ByteArrayOutputStream> waiting = new LinkedHashMap<>();
    private int bytes;

    public CopiedTables(PGConnection connection) {
        this.connection = connection;
    }

    /**
     * @param into the table with its columns in brackets; tables are filled in the order in which they were first named
     * @param row the end of a {@link BinaryRow}
     */
    public void write(String into, byte[] row) throws IOException {
        var rows = waiting.computeIfAbsent(into, table -> new ByteArrayOutputStream());
        if (rows.size() == 0) {
            rows.writeBytes(BinaryRow.HEAD);
        }
        rows.writeBytes(row);
        bytes += row.length;
        if (bytes >= PIECE) {
            finish();
        }
    }

    public void finish() throws IOException {
        for (var rows : waiting.entrySet()) {
            if (rows.getValue().size() > 0) {
                copy(rows.getKey(), rows.getValue());
            }
        }
        bytes = 0;
    }

    private void copy(String into, ByteArrayOutputStream rows) throws IOException {
        rows.writeBytes(BinaryRow.END);
        try {
            connection.getCopyAPI().copyIn("copy " + into + " from stdin (format binary)", writing(rows));
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
