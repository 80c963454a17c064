package org.jianxi.gateway.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/** Bytes into text without guessing: one declared encoding, malformed bytes refused with their line. */
public final class StrictText {

    /** The largest document taken (20 MB). */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** GB 18030-2022, of which GBK and GB2312 are parts. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final int PIECE = 8_192;

    private StrictText() {}

    /** The text behind the mark that Windows programs put before UTF-8. */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The bytes behind the mark of UTF-8; all of them where there is none. */
    public static byte[] withoutMark(byte[] content) {
        var isMarked = content.length > 2
                && (content[0] & 0xFF) == 0xEF
                && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF;
        return isMarked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    /** The text of {@code content}; a byte order mark, where there is one, stays its first character. */
    public static String decode(byte[] content, Charset encoding) throws UnreadableDocument {
        if (content.length == 0) {
            throw new UnreadableDocument(
                    DocumentRule.EMPTY, Place.WHOLE, new Bilingual("文件为空", "The document is empty"));
        }
        if (content.length > MOST_BYTES) {
            throw new UnreadableDocument(
                    DocumentRule.LIMIT, Place.WHOLE, new Bilingual("文件超过20 MB", "The document is larger than 20 MB"));
        }
        refuseOtherMarks(content);
        check(content, encoding);
        return new String(content, encoding);
    }

    /** Decodes piece by piece and keeps nothing: a large document is never in memory twice. */
    private static void check(byte[] content, Charset encoding) throws UnreadableDocument {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(content);
        var piece = CharBuffer.allocate(PIECE);
        var decoded = 0;
        var line = 1;
        CoderResult result;
        do {
            result = decoder.decode(bytes, piece.clear(), true);
            decoded += piece.position();
            line += (int) piece.flip().chars().filter(one -> one == '\n').count();
        } while (result.isOverflow());
        if (result.isError() || decoder.flush(piece.clear()).isError()) {
            throw malformed(decoded, line, encoding);
        }
    }

    /** The index of the first lone surrogate or noncharacter, which no text may contain. */
    public static OptionalInt findOddCharacter(String text) {
        for (var at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            if (isOdd(codePoint)) {
                return OptionalInt.of(at);
            }
            at += Character.charCount(codePoint);
        }
        return OptionalInt.empty();
    }

    private static boolean isOdd(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static void refuseOtherMarks(byte[] content) throws UnreadableDocument {
        var first = content[0] & 0xFF;
        var second = content.length > 1 ? content[1] & 0xFF : -1;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw new UnreadableDocument(
                    DocumentRule.ENCODING,
                    Place.line(1, null),
                    new Bilingual("文件为UTF-16编码，请另存为UTF-8", "The document is in UTF-16; save it as UTF-8"));
        }
    }

    private static UnreadableDocument malformed(int decoded, int line, Charset encoding) {
        var name = encoding.name();
        var advice = encoding.equals(StandardCharsets.UTF_8)
                ? new Bilingual("；请另存为UTF-8", "; save it as UTF-8")
                : new Bilingual("", "");
        return new UnreadableDocument(
                DocumentRule.ENCODING,
                Place.line(line, null),
                new Bilingual(
                        "第%d行（第%d个字符之后）的字节不是%s编码%s".formatted(line, decoded, name, advice.zh()),
                        "The bytes on line %d (after character %d) are not %s%s"
                                .formatted(line, decoded, name, advice.en())));
    }
}
