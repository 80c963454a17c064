package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.filing.TypedAcknowledgements.Typed;

/** How far the filed returns of a period have come. */
public final class FilingStatus {

    private final FiledReturns filedReturns;
    private final FilingStore store;
    private final TypedAcknowledgements typed;

    public FilingStatus(FiledReturns filedReturns, FilingStore store, TypedAcknowledgements typed) {
        this.filedReturns = filedReturns;
        this.store = store;
        this.typed = typed;
    }

    /**
     * @param acknowledgements everything the ministry said of it and signed, oldest first
     * @param typed what officers typed in of the ministry's word, oldest first
     */
    public record Progress(
            Filed filed, Outbox.Entry outbox, List<SignedAcknowledgement> acknowledgements, List<Typed> typed) {
        public Progress {
            acknowledgements = List.copyOf(acknowledgements);
            typed = List.copyOf(typed);
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
        return new Progress(filed, entry, store.acknowledgements().of(id), typed.of(id));
    }
}
