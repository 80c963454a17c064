package org.jianxi.gateway.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into the table by COPY, some at a time: no row waits for an answer and none is kept here. */
final class CopiedRows implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder(PIECE);

    /** @param into the table with its columns in brackets */
    CopiedRows(PGConnection connection, String into) throws SQLException {
        this.copy = connection.getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    void write(String row) throws IOException {
        waiting.append(row).append('\n');
        if (waiting.length() >= PIECE) {
            send();
        }
    }

    private void send() throws IOException {
        try {
            var bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            waiting.setLength(0);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    void finish() throws IOException, SQLException {
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
