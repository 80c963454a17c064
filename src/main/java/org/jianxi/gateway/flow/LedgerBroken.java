package org.jianxi.gateway.flow;

import org.jianxi.gateway.ledger.Breach;

/** The ledger is not what it must be: nothing is added up, filed or taken in on top of it. */
public final class LedgerBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Breach breach;

    public LedgerBroken(Breach breach) {
        super(breach.message().zh() + "\n" + breach.message().en());
        this.breach = breach;
    }

    public Breach breach() {
        return breach;
    }
}
