package org.jianxi.gateway.api;

import java.util.List;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.forms.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A relation in the shape of {@code schemas/rules.json}. */
final class RuleOfAnEdition {

    private static final Bilingual MEND = new Bilingual(
            "核对所列指标，使关系成立；repairs逐条列出可行的单项改动。警告也可附说明后照报",
            "check the figures named and make the relation hold; repairs names every single change that would do. "
                    + "A warning may be explained instead");

    private RuleOfAnEdition() {}

    static JsonNode tell(Relation relation) {
        var rule = JsonNodeFactory.instance.objectNode();
        rule.put("id", relation.rule());
        rule.put("severity", relation.severity().wireName());
        put(rule, "demand", relation.meaning());
        rule.putArray("clauses").add(relation.clause());
        rule.put("relation", relation.notation());
        put(rule, "mend", MEND);
        rule.set("example", FindingJson.tree(example(relation)));
        return rule;
    }

    private static Finding example(Relation relation) {
        return new Finding(
                relation.rule(),
                relation.severity(),
                Place.indicator(relation.left().getFirst().indicator()),
                relation.meaning(),
                relation.clause(),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                List.of(),
                null);
    }

    private static void put(ObjectNode rule, String member, Bilingual text) {
        rule.putObject(member).put("zh", text.zh()).put("en", text.en());
    }
}
