package org.jianxi.gateway.registries.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/** One line without quotation marks, decoded strictly and taken apart with care. */
record OddLine(TableFile table, RowSink sink) {

    void read(byte[] bytes, int from, int to, int lineInBlock) {
        var fields = split(decoded(bytes, from, to, lineInBlock));
        while (fields.size() > table.width() && fields.getLast().isBlank()) {
            fields.removeLast();
        }
        if (fields.size() != table.width()) {
            throw new LineRefused(
                    lineInBlock,
                    new Bilingual(
                            "有%d列，表头有%d列".formatted(fields.size(), table.width()),
                            "has %d columns where the header has %d".formatted(fields.size(), table.width())));
        }
        var wanted = table.wanted().stream().map(fields::get).toList();
        sink.row(
                lineInBlock,
                wanted.get(RowSink.ID_NUMBER),
                wanted.get(RowSink.NAME),
                wanted.size() > RowSink.CATEGORY ? wanted.get(RowSink.CATEGORY) : "");
    }

    private String decoded(byte[] bytes, int from, int to, int lineInBlock) {
        try {
            var text = table.encoding()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            if (text.codePoints().anyMatch(OddLine::isForbidden)) {
                throw new LineRefused(
                        lineInBlock,
                        new Bilingual("有空字节、单独的回车或不允许的字符", "has a NUL, a lone CR or a forbidden character"));
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw new LineRefused(
                    lineInBlock,
                    new Bilingual(
                            "不是%s编码，与前面各行不同".formatted(table.encoding().name()),
                            "is not %s as the lines before are"
                                    .formatted(table.encoding().name())));
        }
    }

    private static boolean isForbidden(int one) {
        return one == 0 || one == '\r' || (one & 0xFFFE) == 0xFFFE || (one >= 0xFDD0 && one <= 0xFDEF);
    }

    private List<String> split(String text) {
        var fields = new ArrayList<String>();
        var from = 0;
        for (var at = text.indexOf(table.separator()); at >= 0; at = text.indexOf(table.separator(), from)) {
            fields.add(text.substring(from, at));
            from = at + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }
}
