package org.jianxi.gateway.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.documents.YamlFile;

/** The named lists of {@code schemas/codes/lists.yaml} with the codes of {@code codes.csv} behind them. */
record CodeLists(Map<String, CodeList> byName) {

    private static final String LISTS = "schemas/codes/lists.yaml";
    private static final String CODES = "schemas/codes/codes.csv";
    private static final Pattern SCOPE = Pattern.compile(" \\(大类 [0-9-]+\\)$");

    static CodeLists load(Path home) {
        var table = Table.read(home.resolve(CODES)).rows();
        var root = Section.root(YamlFile.read(home.resolve(LISTS)));
        var lists = new LinkedHashMap<String, CodeList>();
        for (var name : root.node().propertyNames()) {
            var list = root.at(name);
            lists.put(name, list.has("codes") ? own(list.only("codes").at("codes")) : standard(name, list, table));
        }
        return new CodeLists(lists);
    }

    /** Codes written out in a file of ours. */
    static CodeList own(Section codes) {
        var own = new ArrayList<Code>();
        for (var code : codes.node().propertyNames()) {
            var one = codes.at(code).only("zh", "en", "alsoCalled");
            own.add(new Code(
                    code,
                    new Bilingual(one.text("zh"), one.text("en")),
                    one.has("alsoCalled") ? one.texts("alsoCalled") : List.of()));
        }
        return new CodeList.Own(own);
    }

    private static CodeList standard(String name, Section list, List<Map<String, String>> table) {
        list.only("standard", "words", "open");
        var standard = list.text("standard");
        var words = list.has("words") ? list.at("words").textsByName() : Map.<String, String>of();
        var codes = table.stream()
                .filter(row -> row.getOrDefault("standard", "").startsWith(standard))
                .map(row -> code(row, words))
                .toList();
        words.forEach((word, code) -> {
            if (codes.stream().noneMatch(one -> one.code().equals(code))) {
                throw list.at("words").at(word).problem(standard + " has no code " + code);
            }
        });
        return new CodeList.Standard(
                name, standard, codes, list.findText("open").map(Pattern::compile));
    }

    private static Code code(Map<String, String> row, Map<String, String> words) {
        var code = row.getOrDefault("code", "");
        var label = SCOPE.matcher(row.getOrDefault("name", "")).replaceAll("");
        var also = words.entrySet().stream()
                .filter(word -> word.getValue().equals(code) && !word.getKey().equals(label))
                .map(Map.Entry::getKey)
                .toList();
        return new Code(code, new Bilingual(label, label), also);
    }

    Optional<CodeList> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
