package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.SupplementaryReturn;

/**
 * What filing now would send.
 *
 * @param view the figures as they stand
 * @param base what a correction would start from; empty while the ministry has, or may yet get, nothing of the period
 * @param correction empty for a return that corrects none, and where nothing that was filed has changed
 */
public record NextFiling(ProvincialView view, Optional<Base> base, Optional<SupplementaryReturn> correction) {

    /** A filing and its figures as the ledger gives them today. */
    public record Base(Filed filed, ProvincialView view) {

        /** Whether the ledger still gives what was filed; only then can anybody say what has changed since. */
        boolean stands() {
            return filed.figures().equals(view.digest());
        }
    }

    /** Whether everything there is to say was said already. */
    public boolean isUnchanged() {
        return base.isPresent() && correction.isEmpty();
    }
}
