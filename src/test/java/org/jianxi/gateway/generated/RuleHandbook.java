package org.jianxi.gateway.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/**
 * {@code docs/rules.md}: every rule under an anchor of its own, with its demand, clause, weight, an example of what is said when
 * it is broken and what mends it; and the same as {@code schemas/rules.json}, which the gateway serves.
 */
final class RuleHandbook {

    private static final String HEAD = """
            # The rules · 校验规则

            Made from `schemas/returns/` and the code; do not edit. To make it anew:
            `mvn test -Dtest=GeneratedFilesTest -Djianxi.write=true`. What mends a rule stands in
            `src/test/resources/rules/remedies.csv`.

            An `error` blocks the return. A `warning` passes and may be explained (说明); the explanation holds for the same
            rule in the same wording over the same figures. An `info` is only told. Ids never change and are never reused.
            A finding's `help` leads to its rule, `/api/v1/rules/<id>`; here the anchor is the id: `rules.md#L-8`.

            """;

    private static final String PRINTED = """
            ## L · Printed relations · 表内逻辑关系

            The form prints them; `n` in `L-n` is the indicator on the left.

            """;

    private static final String BALANCE = """
            ## B · Balance rules · 平衡关系

            Ours, not printed. A prime (′ in print, `'` in the definition) is last month's figure; a rule with one is silent when \
            last month is not known.

            """;

    private final Map<String, List<RuleEntry>> chapters = new LinkedHashMap<>();

    RuleHandbook(ReturnForms forms, RuleCatalogue catalogue) {
        var entries = new RuleEntries(forms, catalogue);
        chapters.put(PRINTED, entries.relations(ReturnForm::printed));
        chapters.put(BALANCE, entries.relations(ReturnForm::balance));
        chapters.put("## F · Fields and codes · 字段\n\n", entries.ofKind("F"));
        chapters.put("## S · Structure · 结构\n\n", entries.ofKind("S"));
        chapters.put("## P · Period, sender, deadline, filing · 报告期与报送\n\n", entries.ofKind("P"));
        chapters.put("## M · Money · 补贴资金\n\n", entries.ofKind("M"));
    }

    String write() {
        var page = new StringBuilder(HEAD);
        chapters.forEach((title, entries) -> {
            page.append(title).append("| rule | severity | demand |\n|---|---|---|\n");
            entries.forEach(entry -> page.append("| [`%1$s`](#%1$s) | %2$s | %3$s |\n"
                    .formatted(
                            entry.id(),
                            entry.severity().wireName(),
                            cell(relation(entry) + both(entry.demand(), "<br>")))));
            page.append('\n');
            entries.forEach(entry -> section(page, entry));
        });
        return page.toString().stripTrailing() + "\n";
    }

    byte[] json() {
        var rules = chapters.values().stream()
                .flatMap(List::stream)
                .map(RuleEntry::tree)
                .toList();
        return JsonText.of(Map.of("rules", rules));
    }

    private static void section(StringBuilder page, RuleEntry entry) {
        page.append("### <a id=\"%1$s\"></a>%1$s\n\n".formatted(entry.id()));
        line(page, "要求 demand", relation(entry) + both(entry.demand(), " · "));
        line(page, "级别 severity", entry.severity().wireName());
        line(page, "依据 clause", String.join("；", entry.clauses()));
        line(page, "怎样改 what mends it", both(entry.mend(), " · "));
        page.append(entry.said() ? "\n示例 example:\n\n" : "\n形式 the shape of its finding:\n\n");
        page.append("```json\n")
                .append(FindingJson.tree(entry.example()).toPrettyString())
                .append("\n```\n\n");
    }

    private static void line(StringBuilder page, String name, String text) {
        page.append("* ").append(name).append(": ").append(text).append('\n');
    }

    private static String relation(RuleEntry entry) {
        return entry.relation().map(notation -> "`" + notation + "` ").orElse("");
    }

    private static String both(Bilingual text, String between) {
        return text.zh() + between + text.en();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
