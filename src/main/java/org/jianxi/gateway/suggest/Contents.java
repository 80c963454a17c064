package org.jianxi.gateway.suggest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlEncoding;
import org.jianxi.gateway.mapping.source.SampleTable;
import tools.jackson.databind.JsonNode;

/**
 * A sample opened: tables, or a tree.
 *
 * @param words of the mapping's head that opening it has told
 * @param tables of a workbook or a CSV file
 * @param root of JSON and XML, one of the two at most
 */
record Contents(Map<String, Object> words, List<SampleTable> tables, List<Node> root, List<String> notes) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    static Contents open(MediaType type, byte[] content) throws UnreadableDocument {
        return switch (type) {
            case XLSX -> new Contents(words("xlsx"), SampleTable.workbook(content), List.of(), List.of());
            case CSV -> csv(content);
            case XML -> xml(content);
            case JSON -> json(content);
        };
    }

    boolean isXml() {
        return "xml".equals(words.get("format"));
    }

    private static Contents json(byte[] content) throws UnreadableDocument {
        try {
            return new Contents(
                    words("json"), List.of(), List.of(JsonNodes.of("", "", StrictJson.parseSaved(content))), List.of());
        } catch (UnreadableDocument notOneValue) {
            var lines = new ArrayList<JsonNode>();
            for (var line : StrictText.decode(StrictText.withoutMark(content), StandardCharsets.UTF_8)
                    .split("\n")) {
                if (!line.isBlank()) {
                    lines.add(line(line, notOneValue));
                }
            }
            if (lines.size() < 2) {
                throw notOneValue;
            }
            return new Contents(words("jsonl"), List.of(), List.of(JsonNodes.ofLines(lines)), List.of());
        }
    }

    private static JsonNode line(String line, UnreadableDocument notOneValue) throws UnreadableDocument {
        try {
            return StrictJson.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableDocument notJson) {
            throw notOneValue;
        }
    }

    private static Contents xml(byte[] content) throws UnreadableDocument {
        var read = ElementNodes.of(SafeXml.parse(content, XmlEncoding.of(content, Optional.empty())));
        var words = words("xml");
        words.putAll(read.words());
        return new Contents(words, List.of(), List.of(read.root()), List.of());
    }

    /** In the encoding that decodes strictly, by the separator that makes most columns of the first lines. */
    private static Contents csv(byte[] content) throws UnreadableDocument {
        var notes = new ArrayList<String>();
        var encoding = StandardCharsets.UTF_8;
        String text;
        try {
            text = StrictText.decode(content, encoding);
        } catch (UnreadableDocument notUtf8) {
            text = StrictText.decode(content, StrictText.GB18030);
            encoding = StrictText.GB18030;
            notes.add("不是UTF-8，按GB18030可严格解码，请与对方确认 · no UTF-8; decodes strictly as GB18030, ask the sender");
        }
        var separator = separator(text);
        var words = words("csv");
        if (encoding.equals(StrictText.GB18030)) {
            words.put("encoding", "GB18030");
        }
        if (separator != ',') {
            words.put("separator", separator == '\t' ? "tab" : String.valueOf(separator));
        }
        return new Contents(words, List.of(SampleTable.csv(content, encoding, separator)), List.of(), notes);
    }

    private static char separator(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).limit(20).toList();
        var best = ',';
        var most = 0L;
        for (var separator : SEPARATORS) {
            var count = lines.stream()
                    .mapToLong(
                            line -> line.chars().filter(one -> one == separator).count())
                    .sum();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }

    private static Map<String, Object> words(String format) {
        var words = new LinkedHashMap<String, Object>();
        words.put("format", format);
        return words;
    }
}
