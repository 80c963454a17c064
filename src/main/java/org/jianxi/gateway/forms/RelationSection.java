package org.jianxi.gateway.forms;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.forms.RelationNotation.Comparing;

/** Reads one entry under {@code printed} or {@code balance}; a chain such as {@code 5≥6≥7} gives a relation for each sign. */
record RelationSection(Set<Integer> numbers) {

    List<Relation> read(Section section, Severity severity) {
        section.only("rule", "notation", "meaning", "withinYear", "clause");
        var chain = RelationNotation.parse(section.text("notation"))
                .orElseThrow(() -> section.at("notation").problem("must be a relation such as 8≥9+11"));
        if (section.has("rule") && chain.size() > 1) {
            throw section.at("rule").problem("can name one comparison only");
        }
        return chain.stream().map(one -> relation(section, severity, one)).toList();
    }

    private Relation relation(Section section, Severity severity, Comparing one) {
        Stream.concat(one.left().stream(), one.right().stream())
                .filter(term -> !numbers.contains(term.indicator()))
                .findFirst()
                .ifPresent(term -> {
                    throw section.at("notation").problem("names indicator " + term.indicator() + ", which is not here");
                });
        // The printed relations carry the number on their left as their name: 8≥9+11 is L-8.
        var rule = section.findText("rule").orElse("L-" + one.left().getFirst().indicator());
        return new Relation(
                rule,
                one.notation(),
                one.left(),
                one.comparison(),
                one.right(),
                severity,
                section.flag("withinYear"),
                section.bilingual("meaning"),
                section.text("clause"));
    }
}
