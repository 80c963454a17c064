package org.jianxi.gateway.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One YAML file as a plain tree that remembers on which line each part stands.
 *
 * <p>Plain means: no tags, no anchors or aliases, no duplicate keys, 256 KiB and 20 levels at most. Unquoted scalars are
 * integers, {@code true}/{@code false}, nothing, or text; never dates, never floats.
 *
 * @param lines line (from 1) of each node by its JSON pointer
 */
public record YamlFile(String name, JsonNode tree, Map<String, Integer> lines) {

    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int DEEPEST = 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Reads the file; throws {@link FileProblem} with the line when it is not such YAML. */
    public static YamlFile read(Path file) {
        try {
            // at most three bytes make one of the characters that parse counts
            if (Files.size(file) > 3L * MOST_CHARACTERS) {
                throw new FileProblem(file.toString(), 0, "is larger than %d KiB".formatted(MOST_CHARACTERS / 1024));
            }
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** The same from text already at hand; {@code name} is what messages call it. */
    public static YamlFile parse(String name, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new FileProblem(name, 0, "is larger than %d KiB".formatted(MOST_CHARACTERS / 1024));
        }
        var lines = new LinkedHashMap<String, Integer>();
        try {
            var settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();
            var root =
                    new Compose(settings).composeString(text).orElseThrow(() -> new FileProblem(name, 1, "is empty"));
            return new YamlFile(name, new Reading(name, lines).tree(root, "", 0), lines);
        } catch (MarkedYamlEngineException marked) {
            var line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new FileProblem(name, line, marked.getProblem());
        } catch (YamlEngineException plain) {
            throw new FileProblem(name, 0, String.valueOf(plain.getMessage()));
        }
    }

    /** The line of the node at {@code pointer}, or of its nearest parent that has one. */
    public int lineOf(String pointer) {
        var at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    /** A problem with what stands at {@code pointer}, ready to be thrown. */
    public FileProblem problem(String pointer, String why) {
        return new FileProblem(name, lineOf(pointer), why);
    }

    /** The tree as a record of ours; {@link FileProblem} when it does not fit. */
    public <T> T as(Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (RuntimeException misfit) {
            throw new FileProblem(name, 0, String.valueOf(misfit.getMessage()));
        }
    }

    private record Reading(String name, Map<String, Integer> lines) {

        JsonNode tree(Node node, String pointer, int depth) {
            var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            lines.putIfAbsent(pointer, line);
            if (depth > DEEPEST) {
                throw new FileProblem(name, line, "is nested deeper than " + DEEPEST + " levels");
            }
            if (node.getAnchor().isPresent()) {
                throw new FileProblem(name, line, "anchors and aliases are not allowed");
            }
            if (!(node instanceof ScalarNode)
                    && !node.getTag().equals(Tag.MAP)
                    && !node.getTag().equals(Tag.SEQ)) {
                throw new FileProblem(name, line, "the tag " + node.getTag() + " is not allowed");
            }
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer, depth);
                case SequenceNode sequence -> array(sequence, pointer, depth);
                case ScalarNode scalar -> scalar(scalar, line);
                default -> throw new FileProblem(name, line, "anchors and aliases are not allowed");
            };
        }

        private JsonNode object(MappingNode mapping, String pointer, int depth) {
            var object = NODES.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                var line = entry.getKeyNode()
                        .getStartMark()
                        .map(mark -> mark.getLine() + 1)
                        .orElse(0);
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw new FileProblem(name, line, "keys must be plain text");
                }
                var child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
                lines.put(child, line);
                if (object.has(key.getValue())) {
                    throw new FileProblem(name, line, "the key " + key.getValue() + " stands twice");
                }
                object.set(key.getValue(), tree(entry.getValueNode(), child, depth + 1));
            }
            return object;
        }

        private JsonNode array(SequenceNode sequence, String pointer, int depth) {
            var array = NODES.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(tree(item, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }

        private JsonNode scalar(ScalarNode scalar, int line) {
            if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
                return NODES.stringNode(scalar.getValue());
            }
            var tag = scalar.getTag();
            if (tag.equals(Tag.NULL)) {
                return NODES.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return NODES.booleanNode(scalar.getValue().startsWith("t"));
            }
            if (tag.equals(Tag.INT) && scalar.getValue().matches("0|-?[1-9][0-9]{0,17}")) {
                return NODES.numberNode(Long.parseLong(scalar.getValue()));
            }
            if (tag.equals(Tag.STR) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                return NODES.stringNode(scalar.getValue());
            }
            throw new FileProblem(name, line, "the tag " + tag + " is not allowed");
        }
    }
}
