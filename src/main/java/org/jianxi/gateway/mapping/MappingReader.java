package org.jianxi.gateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/** Turns the words of a mapping file into rules, and refuses whatever would not work when a return comes. */
final class MappingReader {

    private static final List<String> OF_TABLES = List.of("header", "row", "until");
    private static final Map<Format, List<String>> WORDS = Map.of(
            Format.CANONICAL_JSON, List.of(),
            Format.CANONICAL_XML, List.of(),
            Format.JSON, List.of("numbers", "sender", "period", "figures"),
            Format.XML, List.of("numbers", "sender", "period", "figures", "namespace"),
            Format.CSV, List.of("numbers", "sender", "period", "figures", "encoding", "separator"),
            Format.XLSX, List.of("numbers", "sender", "period", "figures", "sheet"));
    private static final List<String> ALWAYS = List.of("source", "dataset", "form", "format");

    private final Words root;
    private final ReturnForm form;
    private final Digest digest;
    private final Format format;

    MappingReader(Words root, ReturnForms forms, Digest digest) {
        this.root = root;
        this.digest = digest;
        var id = root.at("form");
        this.form = forms.find(id.text()).orElseThrow(() -> id.problem("no return definition has this id"));
        var name = root.at("format");
        this.format = Format.named(name.text()).orElseThrow(() -> name.problem("is no format"));
    }

    MappingFile read() {
        for (var word : root.members()) {
            if (!ALWAYS.contains(word.name()) && !allows(word.name())) {
                throw word.problem("this word means nothing for format " + format.wireName());
            }
        }
        return new MappingFile(
                new SourceId(root.at("source").text()), root.at("dataset").text(), form, digest, reading());
    }

    private boolean allows(String word) {
        return WORDS.getOrDefault(format, List.of()).contains(word) || (format.isTable() && OF_TABLES.contains(word));
    }

    private MappingFile.Reading reading() {
        if (format.isCanonical()) {
            return new MappingFile.Reading(
                    format,
                    NumberStyle.PLAIN,
                    "",
                    Optional.empty(),
                    SenderRule.FROM_DELIVERY,
                    PeriodRule.FROM_DELIVERY,
                    List.of());
        }
        var addresses = new AddressReader(format);
        var usual = format == Format.XLSX ? "typed" : "plain";
        var figures = new FigureRules(form, addresses).read(root.at("figures"));
        return new MappingFile.Reading(
                format,
                NumberStyle.named(root.text("numbers", usual))
                        .orElseThrow(() -> root.at("numbers").problem("is no style of numbers")),
                root.text("namespace", ""),
                format.isTable() ? Optional.of(new TableReader(format, addresses).read(root)) : Optional.empty(),
                root.find("sender").map(words -> sender(words, addresses)).orElse(SenderRule.FROM_DELIVERY),
                root.find("period").map(words -> period(words, addresses)).orElse(PeriodRule.FROM_DELIVERY),
                figures);
    }

    private static SenderRule sender(Words words, AddressReader addresses) {
        if (words.isText() && words.text().equals("from-delivery")) {
            return SenderRule.FROM_DELIVERY;
        }
        var codes = words.find("codes").map(MappingReader::codes).orElse(Map.of());
        return new SenderRule(Optional.of(addresses.read(words)), codes);
    }

    private static Map<String, Sender> codes(Words table) {
        return table.members().stream()
                .collect(Collectors.toMap(
                        Words::name,
                        one -> Sender.parse(one.text())
                                .orElseThrow(() -> one.problem("must be a division code of six digits")),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static PeriodRule period(Words words, AddressReader addresses) {
        if (words.isText() && words.text().equals("from-delivery")) {
            return PeriodRule.FROM_DELIVERY;
        }
        var written = words.find("as").orElseThrow(() -> words.problem("needs the word as: how the month is written"));
        var style =
                PeriodFormat.named(written.text()).orElseThrow(() -> written.problem("is no way of writing a month"));
        return new PeriodRule(Optional.of(addresses.read(words)), style, words.has("orElse"));
    }
}
