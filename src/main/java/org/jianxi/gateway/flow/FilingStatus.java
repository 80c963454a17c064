package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.SignedAcknowledgement;

/** How far the filed returns of a period have come. */
public final class FilingStatus {

    private final FiledReturns filedReturns;
    private final FilingStore store;

    public FilingStatus(FiledReturns filedReturns, FilingStore store) {
        this.filedReturns = filedReturns;
        this.store = store;
    }

    /** @param acknowledgements everything the ministry said of it, oldest first */
    public record Progress(Filed filed, Outbox.Entry outbox, List<SignedAcknowledgement> acknowledgements) {
        public Progress {
            acknowledgements = List.copyOf(acknowledgements);
        }
    }

    /** Empty while nothing was filed for the period. */
    public Optional<Progress> of(Period period) {
        return filedReturns.latest(period).map(this::progress);
    }

    /** Every filing of the period, oldest first. */
    public List<Progress> all(Period period) {
        return filedReturns.all(period).stream().map(this::progress).toList();
    }

    private Progress progress(Filed filed) {
        var id = filed.messageId();
        var entry = store.outbox()
                .find(id)
                .orElseThrow(() -> new IllegalStateException(id + " was filed and is not in the outbox"));
        return new Progress(filed, entry, store.acknowledgements().of(id));
    }
}
