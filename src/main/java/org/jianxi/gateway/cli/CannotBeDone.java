package org.jianxi.gateway.cli;

import org.jianxi.gateway.canonical.Bilingual;

/** Neither yes nor no: a file, the network or the database is in the way. The command ends with 3. */
final class CannotBeDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotBeDone(Bilingual reason) {
        super(reason.zh() + "\n" + reason.en());
    }
}
