package org.jianxi.gateway.transport.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.intake.MailEntrance;
import org.jianxi.gateway.transport.desk.GivenName;
import org.jianxi.gateway.transport.desk.OutcomeJson;

/** The one answer to a letter: each document's verdict in words, with its receipt or its findings enclosed. */
final class LetterReply {

    private static final String SUBJECT = "回执 · Receipt: ";
    private static final String REFUSED = "退回 · Returned: ";

    private final Clock clock;
    private final OutcomeJson documents = new OutcomeJson();

    LetterReply(Clock clock) {
        this.clock = clock;
    }

    MimeMessage write(Session session, MailEntrance.Reply reply, Letter letter, LetterVerdict verdict)
            throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(reply.from(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.from().orElseThrow(), true));
        message.setSubject((verdict.isGood() ? SUBJECT : REFUSED) + letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-replied");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (letter.messageId().startsWith("<")) {
            message.setHeader("In-Reply-To", oneLine(letter.messageId()));
            message.setHeader("References", oneLine(letter.messageId()));
        }
        message.setContent(body(verdict));
        message.saveChanges();
        return message;
    }

    private MimeMultipart body(LetterVerdict verdict) throws MessagingException {
        var body = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(LetterText.of(verdict), "UTF-8");
        body.addBodyPart(text);
        var number = 0;
        for (var document : verdict.documents()) {
            enclose(body, document, ++number);
        }
        if (!verdict.findings().isEmpty()) {
            body.addBodyPart(part("letter.findings.json", "application/json", findings(verdict.findings())));
        }
        return body;
    }

    private void enclose(MimeMultipart body, LetterVerdict.OfDocument document, int number) throws MessagingException {
        var given = new GivenName(document.name());
        var name = given.isPlain() ? given.text() : "document-" + number;
        if (document.accepted().isPresent()) {
            var accepted = document.accepted().get();
            body.addBodyPart(part(
                    name + ".receipt.p7s",
                    "application/pkcs7-signature",
                    accepted.receipt().cms()));
            body.addBodyPart(part(name + ".receipt.json", "application/json", documents.accepted(accepted)));
        }
        if (document.returned().isPresent()) {
            var returned = document.returned().get();
            body.addBodyPart(part(name + ".findings.json", "application/json", documents.returned(returned)));
        }
    }

    private byte[] findings(List<Finding> findings) {
        return documents.refused(findings);
    }

    private static MimeBodyPart part(String name, String type, byte[] content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setFileName(name);
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static String oneLine(String header) {
        return header.replaceAll("\\s+", " ");
    }
}
