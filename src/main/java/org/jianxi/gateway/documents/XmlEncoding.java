package org.jianxi.gateway.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/**
 * Which encoding the bytes of a sender's XML are in: the one its declaration names, of a closed list, or the one that was agreed
 * with a source whose declaration is not to be believed. Never guessed.
 *
 * <p>GB2312 and GBK are parts of GB18030 (GB 18030-2022) and are read as that: senders name the one and write the other.
 */
public final class XmlEncoding {

    /** How much of a document its declaration lies in. */
    static final int HEAD = 1_024;

    private static final Set<String> UTF_8_NAMES = Set.of("UTF-8", "UTF8", "US-ASCII", "ASCII");
    private static final Set<String> GB_NAMES = Set.of("GB18030", "GBK", "GB2312");
    private static final Pattern DECLARATION = Pattern.compile("^(?:\u00EF\u00BB\u00BF)?\\s*<\\?xml\\s[^>]*\\?>");
    private static final Pattern ENCODING = Pattern.compile("\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private XmlEncoding() {}

    /**
     * The encoding of a document.
     *
     * @param head its first bytes, or all of them
     * @param agreed empty: the declaration counts, and without one it is UTF-8
     */
    public static Charset of(byte[] head, Optional<Charset> agreed) throws UnreadableDocument {
        return agreed.isPresent() ? agreed.get() : declared(head);
    }

    private static Charset declared(byte[] head) throws UnreadableDocument {
        var name = name(head);
        return name.isPresent() ? named(name.get()) : StandardCharsets.UTF_8;
    }

    private static Optional<String> name(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        var encoding = ENCODING.matcher(declaration.find() ? declaration.group() : "");
        return encoding.find() ? Optional.of(encoding.group(1)) : Optional.empty();
    }

    private static Charset named(String name) throws UnreadableDocument {
        var upper = name.toUpperCase(Locale.ROOT);
        if (UTF_8_NAMES.contains(upper)) {
            return StandardCharsets.UTF_8;
        }
        if (GB_NAMES.contains(upper)) {
            return StrictText.GB18030;
        }
        throw refused(name, "UTF-8、GB18030、GBK或GB2312", "UTF-8, GB18030, GBK or GB2312");
    }

    /** For documents that are in UTF-8 whoever sends them. */
    static Charset utf8(byte[] head) throws UnreadableDocument {
        var name = name(head);
        if (name.isPresent() && !UTF_8_NAMES.contains(name.get().toUpperCase(Locale.ROOT))) {
            throw refused(name.get(), "UTF-8", "UTF-8");
        }
        return StandardCharsets.UTF_8;
    }

    private static UnreadableDocument refused(String name, String zh, String en) {
        return new UnreadableDocument(
                DocumentRule.ENCODING,
                Place.line(1, null),
                new Bilingual(
                        "XML声明的编码是%s，请改用%s".formatted(name, zh),
                        "The XML declares encoding %s; use %s".formatted(name, en)));
    }
}
