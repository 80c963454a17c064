package org.jianxi.gateway.transport.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jianxi.gateway.intake.MailEntrance;

/** The mailbox of one source while we look into it. Letters are moved, never deleted: each lies in one of the folders for good. */
final class LetterBox implements AutoCloseable {

    private static final int MOST_AT_A_LOOK = 20;

    private final Store store;
    private final Folder inbox;
    private final MailEntrance.Folders names;

    LetterBox(Store store, MailEntrance.Folders names) throws MessagingException {
        this.store = store;
        this.names = names;
        this.inbox = store.getFolder(names.inbox());
        inbox.open(Folder.READ_WRITE);
    }

    /** The oldest that lie there. */
    List<Message> letters() throws MessagingException {
        var waiting = inbox.search(new FlagTerm(new Flags(Flags.Flag.DELETED), false));
        return Arrays.stream(waiting).limit(MOST_AT_A_LOOK).toList();
    }

    /** The whole letter as it lies there, byte for byte. */
    static InputStream raw(Message letter) throws MessagingException, IOException {
        return letter instanceof IMAPMessage imap ? imap.getMimeStream() : letter.getInputStream();
    }

    void putAside(Message letter, boolean good) throws MessagingException {
        var target = store.getFolder(good ? names.done() : names.refused());
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        var one = new Message[] {letter};
        if (inbox instanceof IMAPFolder imap && store instanceof IMAPStore server && server.hasCapability("MOVE")) {
            imap.moveMessages(one, target);
        } else {
            inbox.copyMessages(one, target);
            inbox.setFlags(one, new Flags(Flags.Flag.DELETED), true);
        }
    }

    /** Those marked as moved are cleared away where the server clears none but them. */
    @Override
    public void close() throws MessagingException {
        try (store) {
            if (inbox.isOpen()) {
                inbox.close(false);
            }
        }
    }
}
