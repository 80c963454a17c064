package org.jianxi.gateway.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/**
 * Bytes of XML in UTF-8 in which no tag and no text is longer than one million bytes. Parsers hold a whole tag or text in memory
 * before anybody can count it.
 */
final class MarkupGuard extends FilterInputStream {

    private static final int LONGEST = 1_000_000;
    private static final byte[] SECTION = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] SECTION_END = {']', ']', '>'};

    private int sinceTag;
    private int matched;
    private boolean inSection;

    MarkupGuard(InputStream xml) {
        super(xml);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        for (var at = offset; at < offset + read; at++) {
            if (matched == 0 && !inSection) {
                at = plain(into, at, offset + read);
            }
            if (at < offset + read) {
                count(into[at]);
            }
        }
        if (sinceTag > LONGEST) {
            throw new RefusedStream(new UnreadableDocument(
                    DocumentRule.LIMIT,
                    Place.WHOLE,
                    new Bilingual("XML中有超过1 MB的标签或文字", "The XML has a tag or a text of more than 1 MB")));
        }
        return read;
    }

    /** Passes over tags and text up to what may open a CDATA section. */
    private int plain(byte[] bytes, int from, int end) {
        var tag = from - 1 - sinceTag;
        var at = from;
        for (; at < end; at++) {
            if (bytes[at] == '<') {
                if (at + 1 == end || bytes[at + 1] == '!') {
                    break;
                }
                tag = at;
            }
        }
        sinceTag = at - 1 - tag;
        return at;
    }

    private void count(byte one) {
        if (one == '<' && !inSection) {
            sinceTag = 0;
            matched = 1;
            return;
        }
        sinceTag++;
        if (matched == 0 && !(inSection && one == ']')) {
            return;
        }
        follow(one, inSection ? SECTION_END : SECTION);
    }

    /** One step along the mark that opens or closes a CDATA section. */
    private void follow(byte one, byte[] mark) {
        if (one == mark[matched]) {
            matched++;
        } else if (inSection && one == ']') {
            return;
        } else {
            matched = 0;
        }
        if (matched == mark.length) {
            inSection = !inSection;
            matched = 0;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
