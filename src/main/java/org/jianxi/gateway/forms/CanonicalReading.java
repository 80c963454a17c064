package org.jianxi.gateway.forms;

import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MonthlyReturn;

/**
 * What came of reading a canonical document.
 *
 * @param revision the revision it claims; 1 when it claims none
 */
public record CanonicalReading(Mapped mapped, int revision) {

    /** The whole return; empty when anything is wrong with the document or missing from it. */
    public Optional<MonthlyReturn> complete() {
        return mapped instanceof Mapped.Read read && !Finding.anyError(read.findings())
                ? complete(read)
                : Optional.empty();
    }

    private Optional<MonthlyReturn> complete(Mapped.Read read) {
        var draft = read.draft();
        return draft.form()
                .flatMap(form -> draft.period()
                        .flatMap(period -> draft.sender()
                                .map(sender -> new MonthlyReturn(
                                        form,
                                        period,
                                        sender,
                                        revision,
                                        draft.figures(),
                                        draft.explanations(),
                                        draft.derivedFrom(),
                                        draft.commitment()))));
    }
}
