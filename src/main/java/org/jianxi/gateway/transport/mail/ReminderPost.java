package org.jianxi.gateway.transport.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.intake.MailEntrance;
import org.jianxi.gateway.notices.LetterCarrier;
import org.jianxi.gateway.notices.Reminder;

/** Reminders by SMTP, over the server that {@code contacts.yaml} names. One letter keeps its number however often it is sent. */
public final class ReminderPost implements LetterCarrier {

    private final PostOffice post;
    private final ContactFile contacts;
    private final Clock clock;

    public ReminderPost(PostOffice post, ContactFile contacts, Clock clock) {
        this.post = post;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Carried carry(Reminder letter) {
        return contacts.read()
                .post()
                .map(ours -> carry(ours, letter))
                .orElseGet(() -> new Carried.Failed("no mail server is set in contacts.yaml"));
    }

    private Carried carry(MailEntrance.Reply ours, Reminder letter) {
        try {
            var session = post.own(ours);
            post.send(session, ours, write(session, ours, letter));
            return new Carried.Taken();
        } catch (MessagingException | IOException | RuntimeException failed) {
            // a mail server's own words may name a mailbox
            return new Carried.Failed(
                    "the mail server took it not: " + failed.getClass().getSimpleName());
        }
    }

    private MimeMessage write(Session session, MailEntrance.Reply ours, Reminder letter) throws MessagingException {
        var number = "<reminder-%s-%s-%s-%d@%s>"
                .formatted(
                        letter.sender(),
                        letter.period(),
                        letter.stage(),
                        letter.ordinal(),
                        ours.from().substring(ours.from().indexOf('@') + 1));
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", number);
            }
        };
        message.setFrom(new InternetAddress(ours.from(), true));
        for (var address : letter.addresses()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        }
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(letter.body(), "UTF-8");
        message.saveChanges();
        return message;
    }
}
