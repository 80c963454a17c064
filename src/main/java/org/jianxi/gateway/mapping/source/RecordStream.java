package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** The records of a document one after another; none is kept. */
public interface RecordStream extends AutoCloseable {

    /** The next record; null after the last. */
    @Nullable
    SourceDocument next() throws UnreadableDocument;

    /** Whether the record last given is one that is gone, by what it is called. */
    default boolean isRemoval() {
        return false;
    }

    /** Where the record last given begins, in the sender's terms. */
    Place place();

    /** What was worth saying since this was last asked: rows left out, hidden sheets. */
    default List<Finding> remarks() {
        return List.of();
    }

    @Override
    void close() throws IOException;
}
