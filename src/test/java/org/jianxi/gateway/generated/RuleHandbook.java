package org.jianxi.gateway.generated;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/** {@code docs/rules.md}: every rule with its demand, clause, weight and an example of what is said when it is broken. */
final class RuleHandbook {

    private static final String HEAD = """
            # The rules · 校验规则

            Made from `schemas/returns/` and the code; do not edit. To make it anew:
            `mvn test -Dtest=GeneratedFilesTest -Djianxi.write=true`.

            An `error` blocks the return. A `warning` passes and may be explained (说明); the explanation holds for the same
            rule in the same wording over the same figures. An `info` is only told. Ids never change and are never reused.

            """;

    private static final Map<String, String> CODE_HELD = Map.of(
            "F", "## F · Fields and codes · 字段",
            "S", "## S · Structure · 结构",
            "P", "## P · Period, sender, deadline, filing · 报告期与报送");

    private final ReturnForms forms;
    private final RuleCatalogue catalogue;
    private final RuleExamples examples = new RuleExamples();

    RuleHandbook(ReturnForms forms, RuleCatalogue catalogue) {
        this.forms = forms;
        this.catalogue = catalogue;
    }

    String write() {
        var page = new StringBuilder(HEAD);
        page.append(
                "## L · Printed relations · 表内逻辑关系\n\nThe form prints them; `n` in `L-n` is the indicator on the left.\n\n");
        relations(page, first -> first.printed());
        page.append("## B · Balance rules · 平衡关系\n\n");
        page.append("Ours, not printed. A prime (′ in print, `'` in the definition) is last month's figure; ");
        page.append("a rule with one is silent when last month is not known.\n\n");
        relations(page, first -> first.balance());
        for (var kind : List.of("F", "S", "P")) {
            page.append(CODE_HELD.get(kind)).append("\n\n");
            table(page, catalogue.ofKind(kind));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private void relations(StringBuilder page, Function<ReturnForm, List<Relation>> kind) {
        page.append("| rule | relation | severity | meaning | clause | example |\n|---|---|---|---|---|---|\n");
        var newest = forms.all().getFirst();
        for (var relation : kind.apply(newest)) {
            var clauses = forms.all().stream()
                    .flatMap(form -> kind.apply(form).stream())
                    .filter(other -> other.rule().equals(relation.rule()))
                    .map(Relation::clause)
                    .distinct()
                    .collect(Collectors.joining("<br>"));
            row(
                    page,
                    "`" + relation.rule() + "`",
                    "`" + relation.notation() + "`" + (relation.withinYear() ? " within a year" : ""),
                    relation.severity().wireName(),
                    both(relation.meaning()),
                    clauses,
                    both(examples.of(newest, relation)));
        }
        page.append('\n');
    }

    private void table(StringBuilder page, List<StatedRule> rules) {
        page.append("| rule | severity | demand | clause | example |\n|---|---|---|---|---|\n");
        for (var rule : rules) {
            row(
                    page,
                    "`" + rule.id() + "`",
                    rule.severity().wireName(),
                    both(rule.title()),
                    rule.clause().startsWith("docs/rules.md") ? "ours · 本规则集" : rule.clause(),
                    examples.of(rule.id()).map(RuleHandbook::both).orElse(""));
        }
        page.append('\n');
    }

    private static String both(Bilingual text) {
        return text.zh() + "<br>" + text.en();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (var cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
        }
        page.append('\n');
    }
}
