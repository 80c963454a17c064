package org.jianxi.gateway.forms;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.canonical.MonthlyReturn;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the canonical JSON of a return: the same return, the same bytes, on every machine. */
public final class CanonicalJson {

    private static final ObjectWriter WRITER = writer();

    private CanonicalJson() {}

    /** UTF-8, members in the order of the contract, indicators by number, explanations and what the figures were made from only where it says so. */
    public static byte[] write(MonthlyReturn content, ReturnForm form) {
        return write(tree(content, form));
    }

    public static ObjectNode tree(MonthlyReturn content, ReturnForm form) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("form", content.form());
        tree.put("period", content.period().toString());
        tree.put("sender", content.sender().code());
        tree.put("revision", content.revision());
        content.derivedFrom().ifPresent(made -> tree.put("derivedFrom", made.name()));
        content.commitment().ifPresent(made -> tree.put("commitment", made.hex()));
        var indicators = tree.putObject("indicators");
        content.figures().amounts().forEach((number, amount) -> put(indicators, form.indicator(number), amount));
        if (!content.explanations().isEmpty()) {
            var explanations = tree.putArray("explanations");
            content.explanations()
                    .forEach(one ->
                            explanations.addObject().put("rule", one.rule()).put("text", one.text()));
        }
        return tree;
    }

    /** Any tree of ours in the same layout: two spaces, line feeds, one at the end. */
    public static byte[] write(JsonNode tree) {
        return (WRITER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode indicators, Indicator indicator, long amount) {
        var name = Integer.toString(indicator.number());
        if (indicator.unit().isMoney()) {
            indicators.put(name, indicator.unit().printExact(amount));
        } else {
            indicators.put(name, amount);
        }
    }

    private static ObjectWriter writer() {
        var indent = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        var layout =
                new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
        return JsonMapper.shared().writer().with(layout);
    }
}
