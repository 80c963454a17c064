package org.jianxi.gateway.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.YamlFile;

/** Reads one return definition ({@code schemas/returns/*.yaml}) and refuses whatever would not hold together. */
final class FormFile {

    private final Section root;
    private final Digest digest;

    FormFile(YamlFile file, Digest digest) {
        this.root = Section.root(file)
                .only(
                        "id",
                        "title",
                        "notice",
                        "validFrom",
                        "validTo",
                        "superseded",
                        "indicators",
                        "printed",
                        "balance",
                        "sheet");
        this.digest = digest;
    }

    ReturnForm read() {
        var indicators = indicators();
        var numbers = indicators.stream().map(Indicator::number).collect(Collectors.toSet());
        return new ReturnForm(
                id(),
                root.bilingual("title"),
                root.text("notice"),
                period("validFrom").orElseThrow(() -> root.problem("lacks the member validFrom")),
                period("validTo"),
                root.has("superseded") ? Optional.of(Superseded.read(root.at("superseded"))) : Optional.empty(),
                indicators,
                relations("printed", Severity.ERROR, numbers),
                relations("balance", Severity.WARNING, numbers),
                sheet(numbers),
                digest);
    }

    private String id() {
        var id = root.text("id");
        if (!id.matches("[A-Z][A-Z0-9-]{1,39}")) {
            throw root.at("id").problem("must be capitals, digits and hyphens");
        }
        return id;
    }

    private Optional<Period> period(String name) {
        return root.findText(name)
                .map(text ->
                        Period.parse(text).orElseThrow(() -> root.at(name).problem("must be a month such as 2023-06")));
    }

    private List<Indicator> indicators() {
        var indicators = new ArrayList<Indicator>();
        for (var section : root.sections("indicators")) {
            var indicator = indicator(section);
            if (!indicators.isEmpty() && indicators.getLast().number() >= indicator.number()) {
                throw section.at("number").problem("must follow the numbers above it");
            }
            var parent = indicator.partOf();
            if (parent.isPresent() && indicators.stream().noneMatch(above -> above.number() == parent.get())) {
                throw section.at("partOf").problem("must name an indicator above it");
            }
            indicators.add(indicator);
        }
        if (indicators.isEmpty()) {
            throw root.at("indicators").problem("must not be empty");
        }
        return indicators;
    }

    private static Indicator indicator(Section section) {
        section.only("number", "label", "alsoPrinted", "unit", "measure", "partOf", "definition", "clause");
        return new Indicator(
                section.number("number"),
                section.bilingual("label"),
                section.has("alsoPrinted") ? section.texts("alsoPrinted") : List.of(),
                Unit.printedAs(section.text("unit"))
                        .orElseThrow(() -> section.at("unit").problem("must be 个, 人 or 万元")),
                Stream.of(Measure.values())
                        .filter(measure -> measure.wireName().equals(section.text("measure")))
                        .findFirst()
                        .orElseThrow(() -> section.at("measure").problem("must be stock, flow, plan or year-to-date")),
                section.findNumber("partOf"),
                section.bilingual("definition"),
                section.text("clause"));
    }

    private List<Relation> relations(String name, Severity severity, Set<Integer> numbers) {
        var reader = new RelationSection(numbers);
        var relations = new ArrayList<Relation>();
        for (var section : root.sections(name)) {
            for (var relation : reader.read(section, severity)) {
                if (relations.stream().anyMatch(above -> above.rule().equals(relation.rule()))) {
                    throw section.problem("makes a second rule " + relation.rule() + "; give it a rule of its own");
                }
                relations.add(relation);
            }
        }
        return relations;
    }

    private SheetLayout sheet(Set<Integer> numbers) {
        var section = root.at("sheet").only("name", "merged", "numberRow", "dataRow", "columns", "text");
        var columns = new LinkedHashMap<Integer, String>();
        for (var number : numbers.stream().sorted().toList()) {
            var column = section.at("columns").text(Integer.toString(number));
            if (!column.matches("[A-Z]{1,2}")) {
                throw section.at("columns").at(Integer.toString(number)).problem("must be a column's letters");
            }
            columns.put(number, column);
        }
        section.at("columns").only(numbers.stream().map(String::valueOf).toArray(String[]::new));
        if (!section.texts("merged").stream().allMatch(range -> range.matches("[A-Z]{1,2}[0-9]+:[A-Z]{1,2}[0-9]+"))) {
            throw section.at("merged").problem("must be ranges such as A1:O1");
        }
        return new SheetLayout(
                section.text("name"),
                section.texts("merged"),
                section.at("text").textsByName(),
                section.number("numberRow"),
                section.number("dataRow"),
                columns);
    }
}
