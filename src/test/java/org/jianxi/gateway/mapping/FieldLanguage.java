package org.jianxi.gateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.source.JsonDocument;

/** A mapping of JSON records, read word by word: the shortest way to ask what a word does. */
public final class FieldLanguage {

    private FieldLanguage() {}

    static MappingFile mapping(String dataset, String words) {
        var text = "source: words\ndataset: %s\nformat: jsonl\n%s\n".formatted(dataset, words);
        return MappingFile.of(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
    }

    static RecordReader.Read read(String dataset, String words, String record) {
        var fields = mapping(dataset, words).ofRecords().fields();
        try {
            return new RecordReader(fields).read(JsonDocument.read(record.getBytes(StandardCharsets.UTF_8)), 1);
        } catch (UnreadableDocument broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** One field, read from the member x: its canonical JSON, then the rules that were told of. */
    static String field(String dataset, String field, String words, String value) {
        var read = read(
                dataset,
                "fields:\n  %s: {at: /x%s}".formatted(field, words.isEmpty() ? "" : ", " + words),
                "{\"x\": " + value + "}");
        var told = new ArrayList<String>();
        var label = Home.DICTIONARY
                .datasets()
                .find(dataset)
                .flatMap(one -> one.find(field))
                .orElseThrow()
                .label();
        read.findings().stream()
                .filter(finding -> finding.message().zh().startsWith(label.zh()))
                .forEach(finding -> told.add(finding.rule()));
        var shown = RecordJson.tree(read.content()).get(field);
        return (shown == null ? "-" : shown.isString() ? shown.stringValue() : shown.toString())
                + (told.isEmpty() ? "" : " " + String.join(" ", told));
    }

    public static String text(String dataset, String field, String words, String text) {
        return field(dataset, field, words, "\"" + text.replace("\\", "\\\\") + "\"");
    }

    static List<String> rules(RecordReader.Read read) {
        return read.findings().stream().map(finding -> finding.rule()).toList();
    }
}
