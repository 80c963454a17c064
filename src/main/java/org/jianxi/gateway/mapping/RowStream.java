package org.jianxi.gateway.mapping;

import java.io.IOException;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** The rows of a table from top to bottom, each seen once and none of them kept. */
interface RowStream extends AutoCloseable {

    /** The next row that holds anything; null after the last. */
    @Nullable Row next() throws UnreadableDocument;

    @Override
    void close() throws IOException;
}
