package org.jianxi.gateway.api;

import java.util.Collection;
import java.util.List;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Caller;

/** Whose people a caller may see. */
final class OwnPeople {

    private OwnPeople() {}

    /** The units a sender speaks for; none named for the office, which sees all. A sender that speaks for none sees {@link NotThere}. */
    static Collection<Sender> of(Caller caller) {
        if (caller.isOffice()) {
            return List.of();
        }
        if (caller.senders().isEmpty()) {
            throw new NotThere();
        }
        return caller.senders();
    }
}
