package org.jianxi.gateway.flow;

import org.jianxi.gateway.canonical.Period;

/** No edition of the form is in force for this month, so there is no return of it. */
public final class NoEdition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoEdition(Period period) {
        super("No edition of the form is valid for " + period);
    }
}
