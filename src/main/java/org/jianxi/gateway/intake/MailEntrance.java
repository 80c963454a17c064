package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jspecify.annotations.Nullable;

/**
 * The source mails its files to a mailbox that we read over IMAP.
 *
 * @param imap the mailbox's server
 * @param folders where letters come and where they go when they are decided
 * @param reply how they are answered; empty where they are not
 * @param correspondents from which addresses each sender's returns may come
 * @param authenticatedBy the name under which the office's own mail server says that a letter's origin was checked (RFC 8601);
 *     empty where it does not say so
 * @param mostAttachments documents in one letter
 */
public record MailEntrance(
        ServerAddress imap,
        Folders folders,
        Optional<Reply> reply,
        Map<Sender, List<String>> correspondents,
        Optional<String> authenticatedBy,
        int mostAttachments)
        implements Timed {

    /** Names of the mailbox's folders. */
    public record Folders(String inbox, String done, String refused) {
        static final Folders USUAL = new Folders("INBOX", "Accepted", "Returned");
    }

    /** The server by which we answer, and the address we answer from. */
    public record Reply(ServerAddress smtp, String from) {}

    public MailEntrance {
        var copy = new TreeMap<Sender, List<String>>();
        correspondents.forEach((sender, addresses) -> copy.put(
                sender,
                addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList()));
        correspondents = copy;
    }

    @Override
    public Door door() {
        return Door.MAIL;
    }

    /** The senders whose returns may come from this address; none for a stranger. */
    public Set<Sender> sendersOf(String address) {
        var wanted = address.toLowerCase(Locale.ROOT);
        return correspondents.entrySet().stream()
                .filter(entry -> entry.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @param from addresses by sender */
    record Part(
            ServerAddress.Part imap,
            @Nullable FoldersPart folders,
            @Nullable ReplyPart reply,
            Map<String, List<String>> from,
            @Nullable String authenticatedBy,
            @Nullable Integer mostAttachments)
            implements DoorPart {

        private static final int USUAL_ATTACHMENTS = 5;

        @Override
        public MailEntrance entrance() {
            var correspondents = new TreeMap<Sender, List<String>>();
            from.forEach((code, addresses) -> correspondents.put(new Sender(code), addresses));
            return new MailEntrance(
                    imap.address(),
                    folders == null ? Folders.USUAL : folders.folders(),
                    Optional.ofNullable(reply).map(ReplyPart::reply),
                    correspondents,
                    Optional.ofNullable(authenticatedBy),
                    mostAttachments == null ? USUAL_ATTACHMENTS : mostAttachments);
        }

        @Override
        public Optional<Misfit> misfit() {
            return imap.address()
                    .misfit("/imap")
                    .or(() -> Optional.ofNullable(reply)
                            .flatMap(one -> one.smtp().address().misfit("/reply/smtp")));
        }
    }

    record FoldersPart(
            @Nullable String inbox,
            @Nullable String done,
            @Nullable String refused) {
        Folders folders() {
            return new Folders(
                    inbox == null ? Folders.USUAL.inbox() : inbox,
                    done == null ? Folders.USUAL.done() : done,
                    refused == null ? Folders.USUAL.refused() : refused);
        }
    }

    record ReplyPart(ServerAddress.Part smtp, String from) {
        Reply reply() {
            return new Reply(smtp.address(), from);
        }
    }
}
