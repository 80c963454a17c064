package org.jianxi.gateway.registries.linkage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/**
 * What each agreement is worth, in bits (log2 of how much likelier it is between two records of one person than of two).
 *
 * @param listed the probability that a person stands in a registry at all
 * @param review the least probability that asks for a person's look
 */
public record Weights(double listed, double review, Map<String, Field> fields) {

    private static final String FILE = "schemas/linkage/weights.yaml";
    private static final String SCHEMA = "schemas/linkage.schema.json";

    /** One of name, birthDate and division. */
    public record Field(Bilingual label, Map<String, Level> levels) {
        public Field {
            levels = new LinkedHashMap<>(levels);
        }
    }

    /** @param bits log2(same / other) */
    public record Level(Bilingual label, double bits) {}

    public Weights {
        fields = new LinkedHashMap<>(fields);
    }

    /** Throws {@link FileProblem} with file and line when probabilities do not add up, or a weaker agreement weighs more. */
    public static Weights load(Path home) {
        var yaml = YamlFile.read(home.resolve(FILE));
        FileSchema.read(home.resolve(SCHEMA)).check(yaml);
        var root = yaml.tree();
        var fields = new LinkedHashMap<String, Field>();
        for (var entry : root.get("fields").properties()) {
            fields.put(entry.getKey(), field(yaml, "/fields/" + entry.getKey(), entry.getValue()));
        }
        return new Weights(
                number(root, "listed").doubleValue(), number(root, "review").doubleValue(), fields);
    }

    private static Field field(YamlFile yaml, String at, JsonNode node) {
        var levels = new LinkedHashMap<String, Level>();
        var same = BigDecimal.ZERO;
        var other = BigDecimal.ZERO;
        for (var entry : node.get("levels").properties()) {
            var level = entry.getValue();
            same = same.add(number(level, "same"));
            other = other.add(number(level, "other"));
            levels.put(
                    entry.getKey(),
                    new Level(
                            label(level),
                            log2(number(level, "same").doubleValue()
                                    / number(level, "other").doubleValue())));
        }
        var falling = levels.values().stream().map(Level::bits).toList();
        for (var next = 1; next < falling.size(); next++) {
            if (falling.get(next) >= falling.get(next - 1)) {
                throw yaml.problem(at + "/levels", "each level must weigh less than the one above it");
            }
        }
        if (same.compareTo(BigDecimal.ONE) != 0 || other.compareTo(BigDecimal.ONE) != 0) {
            throw yaml.problem(at, "same adds up to " + same + " and other to " + other + ", both must be 1");
        }
        return new Field(label(node), levels);
    }

    private static Bilingual label(JsonNode node) {
        var label = node.get("label");
        return new Bilingual(label.get("zh").stringValue(), label.get("en").stringValue());
    }

    private static BigDecimal number(JsonNode node, String member) {
        return new BigDecimal(node.get(member).stringValue());
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** What speaks for and against the two being one; fields that either leaves blank are no step. */
    public List<Waterfall.Step> steps(Described one, Described other) {
        var steps = new ArrayList<Waterfall.Step>();
        add(steps, "name", Comparison.names(one.name(), other.name()));
        add(steps, "birthDate", Comparison.days(one.birthDate(), other.birthDate()));
        add(steps, "division", Comparison.divisions(one.division(), other.division()));
        return steps;
    }

    private void add(List<Waterfall.Step> steps, String name, Optional<String> level) {
        level.ifPresent(reached -> Optional.ofNullable(fields.get(name))
                .flatMap(field -> Optional.ofNullable(field.levels().get(reached))
                        .map(found -> new Waterfall.Step(
                                name,
                                reached,
                                new Bilingual(
                                        field.label().zh() + found.label().zh(),
                                        field.label().en() + " " + found.label().en()),
                                found.bits())))
                .ifPresent(steps::add));
    }

    /** Before anything is compared: that a row of so many is this person's. */
    double prior(long rows) {
        var odds = listed / Math.max(rows, 1);
        return log2(odds / (1 - odds));
    }
}
