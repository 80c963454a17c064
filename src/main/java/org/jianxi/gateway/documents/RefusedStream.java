package org.jianxi.gateway.documents;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A document refused while its bytes are still streaming, so that it passes through readers that only know IO errors. */
public final class RefusedStream extends IOException {

    private static final long serialVersionUID = 1L;

    private final UnreadableDocument refusal;

    public RefusedStream(UnreadableDocument refusal) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
    }

    public UnreadableDocument refusal() {
        return refusal;
    }

    /** The refusal at the root of a failure, where a library has wrapped it; otherwise {@code otherwise}. */
    public static UnreadableDocument in(Throwable failure, UnreadableDocument otherwise) {
        for (@Nullable Throwable cause = failure; cause != null; cause = beneath(cause)) {
            if (cause instanceof UnreadableDocument refused) {
                return refused;
            }
        }
        return otherwise;
    }

    private static @Nullable Throwable beneath(Throwable failure) {
        return failure instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : failure.getCause();
    }
}
