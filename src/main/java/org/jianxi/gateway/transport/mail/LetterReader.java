package org.jianxi.gateway.transport.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.message.LabelReading;

/** Reads a letter from its bytes, apart from any server: whatever is in it, it can at worst be a letter with findings. */
final class LetterReader {

    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final int LONGEST_SUBJECT = 200;

    private LetterReader() {}

    /** @param authenticatedBy whose word on the letter's origin counts; empty where nobody gives one */
    static Letter read(byte[] raw, Optional<String> authenticatedBy) {
        try {
            return read(raw, new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw)), authenticatedBy);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            var unread = LabelReading.envelope(
                    new Bilingual("无法读取该邮件的结构，请重新编写后发送", "the letter's structure cannot be read; write it anew"));
            return new Letter(
                    Sm3.of(raw).hex(), Optional.empty(), "", true, List.of(), Map.of(), List.of(unread), List.of());
        }
    }

    private static Letter read(byte[] raw, MimeMessage message, Optional<String> authenticatedBy)
            throws MessagingException, IOException {
        var parts = new LetterParts();
        var against = new ArrayList<Finding>();
        var from = from(message);
        try {
            parts.sort(message);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            against.add(LabelReading.envelope(
                    new Bilingual("邮件的附件无法读取，请重新添加后发送", "the letter's attachments cannot be read; attach them anew")));
        }
        if (authenticatedBy.isPresent() && !LetterOrigin.isConfirmed(message, authenticatedBy.get(), from)) {
            against.add(LabelReading.envelope(new Bilingual(
                    "邮件服务器未能确认该邮件确由发件人域名发出（DKIM/DMARC）",
                    "the mail server could not confirm that the letter comes from the sender's domain (DKIM, DMARC)")));
        }
        return new Letter(
                Optional.ofNullable(message.getMessageID())
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .orElseGet(() -> Sm3.of(raw).hex()),
                from,
                subject(message),
                isAutomatic(message),
                parts.documents(),
                parts.signatures(),
                against,
                parts.findings());
    }

    private static Optional<String> from(MimeMessage message) throws MessagingException {
        var written = message.getHeader("From");
        if (written == null || written.length != 1) {
            return Optional.empty();
        }
        var addresses = InternetAddress.parseHeader(written[0], true);
        return addresses.length == 1 ? Optional.ofNullable(addresses[0].getAddress()) : Optional.empty();
    }

    private static String subject(MimeMessage message) throws MessagingException {
        var written = Optional.ofNullable(message.getSubject()).orElse("").replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return written.length() <= LONGEST_SUBJECT ? written : written.substring(0, LONGEST_SUBJECT);
    }

    /** By RFC 3834 §2 and what programs of before do. */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        var headers = message.getAllHeaders();
        while (headers.hasMoreElements()) {
            if (isAutomatic(headers.nextElement())) {
                return true;
            }
        }
        return message.isMimeType("multipart/report");
    }

    private static boolean isAutomatic(Header header) {
        var value = header.getValue() == null ? "" : header.getValue().strip().toLowerCase(Locale.ROOT);
        return switch (header.getName().toLowerCase(Locale.ROOT)) {
            case "auto-submitted" -> !value.equals("no");
            case "precedence" -> BULK.contains(value);
            case "return-path" -> value.equals("<>") || value.isEmpty();
            case "list-id", "list-unsubscribe", "x-autoreply", "x-autorespond" -> true;
            default -> false;
        };
    }
}
