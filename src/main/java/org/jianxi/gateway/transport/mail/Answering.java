package org.jianxi.gateway.transport.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.AnsweredLetters;
import org.jianxi.gateway.intake.MailEntrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a letter once: it is written down as answered before the reply leaves, and that is undone when it could not. */
public final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int FOR_EVER = 500;

    private final PostOffice post;
    private final AnsweredLetters answered;
    private final LetterReply replies;
    private final Clock clock;

    public Answering(PostOffice post, AnsweredLetters answered, Clock clock) {
        this.post = post;
        this.answered = answered;
        this.replies = new LetterReply(clock);
        this.clock = clock;
    }

    /** Throws when the reply can be tried again. One that the server will never take is logged, and that was its one try. */
    void answer(SourceId source, MailEntrance.Reply reply, Letter letter, LetterVerdict verdict) throws IOException {
        var identity = letter.identity();
        if (!answered.claim(source, identity, clock.instant())) {
            return;
        }
        try {
            var session = post.outgoing(source, reply);
            post.send(session, reply, replies.write(session, reply, letter, verdict));
        } catch (MessagingException | IOException | RuntimeException failed) {
            if (isForEver(failed)) {
                LOG.warn("{} by mail: a reply was refused by the server for good", source);
                return;
            }
            answered.release(source, identity);
            throw new IOException("no reply could be sent: " + failed.getClass().getSimpleName(), failed);
        }
    }

    private static boolean isForEver(Exception failed) {
        return failed instanceof SMTPSendFailedException refused
                ? refused.getReturnCode() >= FOR_EVER
                : failed instanceof SendFailedException unsent
                        && unsent.getInvalidAddresses() != null
                        && unsent.getInvalidAddresses().length > 0;
    }
}
