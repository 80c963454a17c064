package org.jianxi.gateway.transport.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.MailEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.message.QueueDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the routes that collect mail. Each letter in this order: its documents to the flow, its one reply, then out of
 * the inbox; so after a sudden death it lies there still, and read again it gives the same outcomes and no second reply.
 */
public final class MailDoor {

    private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);
    private static final long ENVELOPE_BYTES = 1024 * 1024;
    private static final int BEGINNING_BYTES = 64 * 1024;

    private final SourceRegister sources;
    private final PostOffice post;
    private final LetterDesk desk;
    private final Answering answering;
    private final Surroundings around;

    /** What the door needs besides: whose turn it is, and memory for a letter. */
    public record Surroundings(TurnKeeper keeper, BodyBudget budget) {}

    public MailDoor(
            SourceRegister sources, PostOffice post, LetterDesk desk, Answering answering, Surroundings around) {
        this.sources = sources;
        this.post = post;
        this.desk = desk;
        this.answering = answering;
        this.around = around;
    }

    /** Takes in what lies in the source's mailbox, when it is the source's turn. */
    public void collect(String source) {
        sources.find(new SourceId(source)).ifPresent(this::collect);
    }

    private void collect(Source source) {
        if (source.entrance() instanceof MailEntrance entrance) {
            around.keeper().turn(source, LONGEST_LOOK, () -> collect(source, entrance));
        }
    }

    private void collect(Source source, MailEntrance entrance) throws MessagingException, IOException {
        try (var box = new LetterBox(post.mailbox(source.id(), entrance.imap()), entrance.folders())) {
            for (var letter : box.letters()) {
                take(source, entrance, box, letter);
            }
        }
    }

    private void take(Source source, MailEntrance entrance, LetterBox box, Message waiting)
            throws MessagingException, IOException {
        try {
            var decision = decide(source, entrance, waiting);
            if (decision != Decision.LATER) {
                box.putAside(waiting, decision == Decision.GOOD);
            }
        } catch (BodyBudget.Busy busy) {
            LOG.info("{} by mail: a letter waits for memory", source.id());
        }
    }

    private enum Decision {
        GOOD,
        BAD,
        LATER
    }

    private Decision decide(Source source, MailEntrance entrance, Message waiting)
            throws MessagingException, IOException {
        try (var raw = LetterBox.raw(waiting)) {
            return around.budget()
                    .read(
                            raw,
                            waiting.getSize(),
                            mostBytes(source),
                            bytes -> decide(source, entrance, LetterReader.read(bytes, entrance.authenticatedBy())));
        } catch (BodyBudget.TooLarge tooLarge) {
            try (var raw = LetterBox.raw(waiting)) {
                var beginning = LetterReader.read(raw.readNBytes(BEGINNING_BYTES), Optional.empty());
                return decide(source, entrance, beginning.against(QueueDesk.tooLarge(source.mostBytes())));
            }
        }
    }

    /** A stranger's letter is put aside unread and unanswered, as its From line may be anybody's. */
    private Decision decide(Source source, MailEntrance entrance, Letter letter) throws IOException {
        if (letter.from()
                .map(entrance::sendersOf)
                .filter(known -> !known.isEmpty())
                .isEmpty()) {
            LOG.info("{} by mail: a letter from an address that is not listed was put aside", source.id());
            return Decision.BAD;
        }
        var verdict = desk.take(source, entrance, letter);
        if (verdict.isUnfinished()) {
            return Decision.LATER;
        }
        if (entrance.reply().isPresent() && !letter.automatic()) {
            answering.answer(source.id(), entrance.reply().get(), letter, verdict);
        }
        return verdict.isGood() ? Decision.GOOD : Decision.BAD;
    }

    /** Base64 makes a third more of the documents; the rest is the letter's own. */
    private static long mostBytes(Source source) {
        return source.mostBytes() * 3 / 2 + ENVELOPE_BYTES;
    }
}
