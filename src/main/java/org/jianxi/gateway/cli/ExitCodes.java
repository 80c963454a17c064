package org.jianxi.gateway.cli;

/** What a command's end says to the shell, the same for every command. */
final class ExitCodes {

    /** The answer is yes. */
    static final int YES = 0;

    /** The answer is no: rejected, does not verify, differs, late. */
    static final int NO = 1;

    static final int WRONG_USAGE = 2;

    /** Could not be done: database, network, file. */
    static final int COULD_NOT = 3;

    private ExitCodes() {}
}
