package org.jianxi.gateway.generated;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FindingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is told of one rule, on the page and on the wire.
 *
 * @param relation its notation, of L and B rules
 * @param said whether the example is what the gateway really says, and not its shape alone
 */
record RuleEntry(
        String id,
        Severity severity,
        Bilingual demand,
        List<String> clauses,
        Optional<String> relation,
        Bilingual mend,
        Finding example,
        boolean said) {

    JsonNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", id);
        tree.put("severity", severity.wireName());
        put(tree, "demand", demand);
        var list = tree.putArray("clauses");
        clauses.forEach(list::add);
        relation.ifPresent(notation -> tree.put("relation", notation));
        put(tree, "mend", mend);
        tree.set("example", FindingJson.tree(example));
        return tree;
    }

    private static void put(ObjectNode tree, String member, Bilingual text) {
        tree.putObject(member).put("zh", text.zh()).put("en", text.en());
    }
}
