package org.jianxi.gateway.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Words;

/** Turns the words of a mapping file into rules, and refuses whatever would not work when a return comes. */
final class MappingReader {

    private static final List<String> ALWAYS = List.of("source", "dataset", "form", "format");
    private static final List<String> OF_RETURNS = List.of("numbers", "sender", "period", "figures", "checks");
    private static final List<String> OF_RECORDS = List.of("numbers", "fields", "limits", "checks");
    private static final List<String> OF_TABLES = List.of("header");
    private static final Map<Format, List<String>> OF_FORMATS = Map.of(
            Format.XML, List.of("encoding", "namespace", "namespaces"),
            Format.CSV, List.of("encoding", "separator", "quote", "comment", "trim"),
            Format.XLSX, List.of("sheet"));

    private final Words root;
    private final Definitions definitions;
    private final Digest digest;
    private final Format format;

    MappingReader(Words root, Definitions definitions, Digest digest) {
        this.root = root;
        this.definitions = definitions;
        this.digest = digest;
        var name = root.at("format");
        this.format = Format.named(name.text()).orElseThrow(() -> name.problem("is no format"));
    }

    MappingFile read() {
        var records = !root.has("form");
        if (format.isCanonical() && records) {
            throw root.problem("the canonical forms are of the monthly return; name its form");
        }
        if (format == Format.JSON_LINES && !records) {
            throw root.problem("a file of lines holds many records, not one return");
        }
        var allowed = records ? wordsOfRecords() : wordsOfReturns();
        for (var word : root.members()) {
            if (!ALWAYS.contains(word.name()) && !allowed.contains(word.name())) {
                throw word.problem("this word means nothing for " + (records ? "records in format " : "format ")
                        + format.wireName());
            }
        }
        return new MappingFile(
                new SourceId(root.at("source").text()),
                root.at("dataset").text(),
                digest,
                records
                        ? new RecordRules(root, format).read(definitions.dictionary(root))
                        : new ReturnRules(root, format, form()).read());
    }

    private ReturnForm form() {
        var id = root.at("form");
        return definitions.forms().find(id.text()).orElseThrow(() -> id.problem("no return definition has this id"));
    }

    private Set<String> wordsOfReturns() {
        var words = new HashSet<String>();
        if (!format.isCanonical()) {
            words.addAll(OF_RETURNS);
            words.addAll(OF_FORMATS.getOrDefault(format, List.of()));
        }
        if (format.isTable()) {
            words.addAll(OF_TABLES);
            words.addAll(List.of("row", "until"));
        }
        return words;
    }

    private Set<String> wordsOfRecords() {
        var words = new HashSet<>(OF_RECORDS);
        words.addAll(OF_FORMATS.getOrDefault(format, List.of()));
        words.addAll(
                switch (format) {
                    case XLSX -> List.of("header", "rows", "join");
                    case CSV -> List.of("header", "rows");
                    case JSON, XML -> List.of("rows", "records", "join");
                    default -> List.of("rows");
                });
        return words;
    }
}
