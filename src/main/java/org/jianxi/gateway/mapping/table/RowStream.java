package org.jianxi.gateway.mapping.table;

import java.io.IOException;
import java.util.BitSet;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** The rows of a table from top to bottom, each seen once and none of them kept. */
public interface RowStream extends AutoCloseable {

    /** The next row that holds anything; null after the last. */
    @Nullable
    Row next() throws UnreadableDocument;

    /** From here on nobody asks for other columns, counted from 1: they may be left out behind the first text of a row. */
    default void keepOnly(BitSet columns) {}

    @Override
    void close() throws IOException;
}
