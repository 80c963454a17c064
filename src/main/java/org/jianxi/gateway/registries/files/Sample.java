package org.jianxi.gateway.registries.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.StrictText;

/** The beginning of a file, whole lines of it: what its encoding and its way of writing lines are seen from. */
record Sample(Path file, byte[] bytes) {

    private static final int MOST = 4 * 1024 * 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static Sample of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw FileRefused.whole(file, new Bilingual("没有这个文件", "there is no such file"));
        }
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(MOST);
            if (bytes.length == 0) {
                throw FileRefused.whole(file, new Bilingual("文件为空", "the file is empty"));
            }
            return new Sample(file, bytes.length < MOST ? bytes : Arrays.copyOf(bytes, lastLine(bytes)));
        }
    }

    private static int lastLine(byte[] bytes) {
        var at = bytes.length;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at == 0 ? bytes.length : at;
    }

    int markLength() {
        return bytes.length >= MARK.length && Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK) ? MARK.length : 0;
    }

    /** UTF-8 where every byte is, else GB18030 where every byte is; nothing is assumed from a few characters. */
    Charset encoding() {
        refuseWideCharacters();
        var wrong = firstWrong(StandardCharsets.UTF_8);
        if (wrong < 0) {
            return StandardCharsets.UTF_8;
        }
        if (markLength() == 0 && firstWrong(StrictText.GB18030) < 0) {
            return StrictText.GB18030;
        }
        throw FileRefused.at(
                file, lineOf(wrong), new Bilingual("既不是UTF-8也不是GB18030编码", "is neither UTF-8 nor GB18030"));
    }

    private void refuseWideCharacters() {
        for (var at = 0; at < bytes.length; at++) {
            var marked = at == 0 && bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
            if (bytes[at] == 0 || (marked && (bytes[0] & 0xFF) >= 0xFE)) {
                throw FileRefused.at(
                        file,
                        lineOf(at),
                        new Bilingual(
                                "有空字节（NUL），可能是UTF-16；请另存为UTF-8",
                                "has a NUL byte or the mark of UTF-16; save it as UTF-8"));
            }
        }
    }

    private int firstWrong(Charset encoding) {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(1 << 16);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    private long lineOf(int position) {
        var line = 1L;
        for (var at = 0; at < position; at++) {
            if (bytes[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Whether the header and all lines seen end with LF or CR LF and the header has no quotation mark. */
    boolean isPlain() {
        var first = firstLineEnd();
        if (first < 0 || first == markLength() || bytes[markLength()] == '\r') {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((bytes[at] == '"' && at < first)
                    || (bytes[at] == '\r' && (at + 1 >= bytes.length || bytes[at + 1] != '\n'))) {
                return false;
            }
        }
        return true;
    }

    /** Where the first line's LF is; -1 when there is none. */
    int firstLineEnd() {
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
