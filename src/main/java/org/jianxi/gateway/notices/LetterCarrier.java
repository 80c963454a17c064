package org.jianxi.gateway.notices;

/** Carries a letter to the mailboxes it is addressed to. */
public interface LetterCarrier {

    /** How one try ended. */
    sealed interface Carried {

        /** The server has it. */
        record Taken() implements Carried {}

        /** @param why without an address or anything of the letter */
        record Failed(String why) implements Carried {}
    }

    Carried carry(Reminder letter);
}
