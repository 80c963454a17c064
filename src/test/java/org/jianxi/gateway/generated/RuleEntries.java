package org.jianxi.gateway.generated;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/** Every rule there is: the relations of the forms, and whatever states itself in code. What mends one is kept by hand. */
final class RuleEntries {

    private static final String OURS = "网关规则（docs/rules.md） · the gateway's own rule";
    private static final Path REMEDIES = Path.of("src/test/resources/rules/remedies.csv");
    private static final Bilingual RELATION = new Bilingual(
            "核对所列指标，使关系成立；repairs逐条列出可行的单项改动",
            "Check the figures named and make the relation hold; repairs names every single change that would do");
    private static final Bilingual OR_EXPLAIN = new Bilingual(
            RELATION.zh() + "。数据属实的，在explanations中写明规则编号和原因后照报",
            RELATION.en() + ". Where the figures are true, say why under explanations and deliver them as they are");

    private final ReturnForms forms;
    private final RuleCatalogue catalogue;
    private final RuleExamples examples = new RuleExamples();
    private final Map<String, Bilingual> remedies;

    RuleEntries(ReturnForms forms, RuleCatalogue catalogue) {
        this.forms = forms;
        this.catalogue = catalogue;
        this.remedies = Table.read(REMEDIES).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("rule", ""),
                        row -> new Bilingual(row.getOrDefault("zh", ""), row.getOrDefault("en", "")),
                        (first, second) -> second,
                        TreeMap::new));
    }

    List<RuleEntry> relations(Function<ReturnForm, List<Relation>> kind) {
        var newest = forms.all().getFirst();
        return kind.apply(newest).stream().map(one -> entry(newest, one, kind)).toList();
    }

    /** @param letter F, S, P or M */
    List<RuleEntry> ofKind(String letter) {
        return catalogue.ofKind(letter).stream().map(this::entry).toList();
    }

    private RuleEntry entry(ReturnForm newest, Relation relation, Function<ReturnForm, List<Relation>> kind) {
        var clauses = forms.all().stream()
                .flatMap(form -> kind.apply(form).stream())
                .filter(other -> other.rule().equals(relation.rule()))
                .map(Relation::clause)
                .distinct()
                .toList();
        return new RuleEntry(
                relation.rule(),
                relation.severity(),
                relation.meaning(),
                clauses,
                Optional.of(relation.notation() + (relation.withinYear() ? " within a year" : "")),
                relation.severity() == Severity.ERROR ? RELATION : OR_EXPLAIN,
                examples.of(newest, relation),
                true);
    }

    private RuleEntry entry(StatedRule rule) {
        var said = examples.of(rule.id());
        var clause = rule.clause().startsWith("docs/rules.md") ? OURS : rule.clause();
        return new RuleEntry(
                rule.id(),
                rule.severity(),
                rule.title(),
                List.of(clause),
                Optional.empty(),
                remedies.getOrDefault(rule.id(), asDemanded(rule)),
                said.orElseGet(() -> shape(rule)),
                said.isPresent());
    }

    private static Bilingual asDemanded(StatedRule rule) {
        return new Bilingual(
                "改到符合要求后重新报送：" + rule.title().zh(),
                "Change it until it keeps the demand, and deliver again: "
                        + rule.title().en());
    }

    private static Finding shape(StatedRule rule) {
        return switch (rule.severity()) {
            case ERROR -> Finding.error(rule.id(), Place.WHOLE, rule.title(), rule.clause());
            case WARNING -> Finding.warning(rule.id(), Place.WHOLE, rule.title(), rule.clause());
            case INFO -> Finding.info(rule.id(), Place.WHOLE, rule.title(), rule.clause());
        };
    }
}
