package org.jianxi.gateway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/**
 * Bytes into text without guessing while they stream: what {@link StrictText} holds of a whole document, in constant memory.
 * Malformed bytes, noncharacters and marks of another encoding end it with a {@link RefusedStream}.
 */
public final class StrictReader extends Reader {

    private static final int BUFFER = 32 * 1024;

    private final InputStream bytes;
    private final Charset encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER);
    private int line = 1;
    private boolean started;
    private boolean ended;
    private char secondHalf;

    public StrictReader(InputStream bytes, Charset encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        undecoded.flip();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!started) {
            start();
        }
        if (secondHalf != 0 && length > 0) {
            into[offset] = secondHalf;
            secondHalf = 0;
            return 1;
        }
        if (length == 1) {
            return readOne(into, offset);
        }
        var text = CharBuffer.wrap(into, offset, length).slice();
        while (text.position() == 0 && length > 0) {
            if (!ended && undecoded.remaining() < 4) {
                fill();
            }
            var result = decoder.decode(undecoded, text, ended);
            if (result.isError()) {
                throw malformed(text);
            }
            if (ended && !undecoded.hasRemaining()) {
                break;
            }
        }
        inspect(into, offset, text.position());
        return text.position() == 0 && length > 0 ? -1 : text.position();
    }

    /** A character may take two places where there is room for one. */
    private int readOne(char[] into, int offset) throws IOException {
        var pair = new char[2];
        var read = read(pair, 0, 2);
        if (read > 0) {
            into[offset] = pair[0];
        }
        if (read > 1) {
            secondHalf = pair[1];
        }
        return Math.min(read, 1);
    }

    private void start() throws IOException {
        started = true;
        fill();
        if (!undecoded.hasRemaining()) {
            throw refused(DocumentRule.EMPTY, Place.WHOLE, new Bilingual("文件为空", "The document is empty"));
        }
        var first = undecoded.get(0) & 0xFF;
        var second = undecoded.remaining() > 1 ? undecoded.get(1) & 0xFF : -1;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw refused(
                    DocumentRule.ENCODING,
                    Place.line(1, null),
                    new Bilingual("文件为UTF-16编码，请另存为UTF-8", "The document is in UTF-16; save it as UTF-8"));
        }
        var markFound =
                undecoded.remaining() > 2 && first == 0xEF && second == 0xBB && (undecoded.get(2) & 0xFF) == 0xBF;
        if (markFound && !encoding.equals(StandardCharsets.UTF_8)) {
            throw refused(
                    DocumentRule.ENCODING,
                    Place.line(1, null),
                    new Bilingual(
                            "约定的编码是%s，文件却带有UTF-8标记".formatted(encoding.name()),
                            "The agreed encoding is %s but the file carries the mark of UTF-8"
                                    .formatted(encoding.name())));
        }
        if (markFound) {
            undecoded.position(3);
        }
    }

    private void fill() throws IOException {
        undecoded.compact();
        var read = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        if (read < 0) {
            ended = true;
        } else {
            undecoded.position(undecoded.position() + read);
        }
        undecoded.flip();
    }

    /** Counts lines, and finds what no text may contain: noncharacters. Lone surrogates do not decode. */
    private void inspect(char[] text, int from, int count) throws RefusedStream {
        for (var at = from; at < from + count; at++) {
            var one = text[at];
            if (one == '\n') {
                line++;
            } else if (one >= 0xD800 && isOdd(text, at, from)) {
                throw refused(
                        DocumentRule.TEXT,
                        Place.line(line, null),
                        new Bilingual("文字中含有不允许的字符", "The text contains a forbidden character"));
            }
        }
    }

    private static boolean isOdd(char[] text, int at, int from) {
        var one = text[at];
        if (Character.isLowSurrogate(one)) {
            return at > from
                    && Character.isHighSurrogate(text[at - 1])
                    && (Character.toCodePoint(text[at - 1], one) & 0xFFFE) == 0xFFFE;
        }
        return one >= 0xFFFE || (one >= 0xFDD0 && one <= 0xFDEF);
    }

    private RefusedStream malformed(CharBuffer decoded) {
        var text = decoded.flip().toString();
        var at = line + (int) text.chars().filter(one -> one == '\n').count();
        var advice = encoding.equals(StandardCharsets.UTF_8)
                ? new Bilingual("；请另存为UTF-8", "; save it as UTF-8")
                : new Bilingual("", "");
        return refused(
                DocumentRule.ENCODING,
                Place.line(at, null),
                new Bilingual(
                        "第%d行的字节不是%s编码%s".formatted(at, encoding.name(), advice.zh()),
                        "The bytes on line %d are not %s%s".formatted(at, encoding.name(), advice.en())));
    }

    private static RefusedStream refused(DocumentRule rule, Place at, Bilingual why) {
        return new RefusedStream(new UnreadableDocument(rule, at, why));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
