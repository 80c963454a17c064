package org.jianxi.gateway.transport.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.transport.desk.GivenName;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one letter, sorted: documents, signatures beside them, what is only dressing (text, logos), and what somebody
 * meant to deliver but cannot be taken. A letter within the letter is not opened.
 */
final class LetterParts {

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 200;
    private static final int LARGEST_SIGNATURE = 64 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String SIGNATURE = ".p7s";

    private final List<Letter.Enclosure> documents = new ArrayList<>();
    private final Map<String, byte[]> signatures = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int parts;

    List<Letter.Enclosure> documents() {
        return documents;
    }

    Map<String, byte[]> signatures() {
        return signatures;
    }

    List<Finding> findings() {
        return findings;
    }

    void sort(Part letter) throws MessagingException, IOException {
        sort(letter, 0);
    }

    private void sort(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new MessagingException("more parts or levels than a letter has");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (var index = 0; index < many.getCount(); index++) {
                sort(many.getBodyPart(index), depth + 1);
            }
        } else {
            single(part);
        }
    }

    private void single(Part part) throws MessagingException, IOException {
        var name = name(part.getFileName());
        var lower = name.toLowerCase(Locale.ROOT);
        if (part.isMimeType("message/*")) {
            refuse("邮件中所附的邮件不会打开，请直接附上文件", "a letter inside the letter is not opened; attach the file itself");
        } else if (part.isMimeType("application/ms-tnef") || lower.equals("winmail.dat")) {
            refuse(
                    "winmail.dat是Outlook的RTF格式，请改用纯文本或HTML格式后重发",
                    "winmail.dat is Outlook's rich text; send again as plain text or HTML");
        } else if (part.isMimeType("application/pkcs7-mime") || part.isMimeType("multipart/*")) {
            refuse("不接受加密或整体签名的邮件", "an encrypted or opaquely signed letter is not taken");
        } else if (lower.endsWith(SIGNATURE)) {
            signature(name, part);
        } else if (MediaType.ofFileName(name).isPresent()) {
            documents.add(new Letter.Enclosure(name, part.getInputStream().readAllBytes()));
        } else if (isMeantAsDocument(part, name)) {
            refuse(
                    "附件“" + shown(name) + "”不是.json、.xml、.csv或.xlsx文件",
                    "the attachment " + shown(name) + " is no .json, .xml, .csv or .xlsx file");
        }
    }

    /** Logos in a signature block and the text itself are not. */
    private static boolean isMeantAsDocument(Part part, String name) throws MessagingException {
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        return attached || (!name.isEmpty() && !part.isMimeType("image/*") && !part.isMimeType("text/html"));
    }

    private void signature(String name, Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            var bytes = stream.readNBytes(LARGEST_SIGNATURE);
            signatures.putIfAbsent(name.substring(0, name.length() - SIGNATURE.length()), bytes);
        }
    }

    private void refuse(String zh, String en) {
        findings.add(Finding.error(DocumentRule.ENVELOPE, Place.WHOLE, new Bilingual(zh, en)));
    }

    /** Decoded by RFC 2047, where RFC 2231 was not used; whatever path or control character stands in it is left out. */
    static String name(@Nullable String written) {
        if (written == null) {
            return "";
        }
        var decoded = decoded(written).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        var bare = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
        return bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
    }

    static String decoded(String written) {
        try {
            return MimeUtility.decodeText(written);
        } catch (UnsupportedEncodingException unknown) {
            return written;
        }
    }

    private static String shown(String name) {
        return new GivenName(name).shown();
    }
}
