package org.jianxi.gateway.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sender's JSON as a tree, or one clear reason why not: strict UTF-8 without byte order mark, no duplicate members, nothing
 * behind the value, 64 levels at most, numbers exact.
 *
 * <p>Fractions are {@link BigDecimal}s of at most 100 digits and a scale within ±100, so that nobody downstream can be made
 * to write out {@code 1e400000000}.
 */
public final class StrictJson {

    private static final int MOST_DIGITS = 100;
    private static final int MOST_TOKENS = 200_000;
    private static final JsonMapper MAPPER = mapper(MOST_TOKENS);

    private StrictJson() {}

    /** @param tokens at most in one document; -1: as many as there are */
    static JsonMapper mapper(long tokens) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(64)
                                .maxNumberLength(2 * MOST_DIGITS)
                                .maxStringLength(1_000_000)
                                .maxNameLength(1_000)
                                .maxTokenCount(tokens)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** Reads one whole document. */
    public static JsonNode parse(byte[] content) throws UnreadableDocument {
        var text = StrictText.decode(content, StandardCharsets.UTF_8);
        if (text.charAt(0) == StrictText.BYTE_ORDER_MARK) {
            throw new UnreadableDocument(
                    DocumentRule.ENCODING,
                    Place.line(1, null),
                    new Bilingual("JSON不应以BOM开头", "JSON must not start with a byte order mark"));
        }
        var tree = tree(text);
        inspect(tree, "");
        return tree;
    }

    /** A file in a source's own format: Windows programs put the mark of UTF-8 before it, which RFC 8259 §8.1 lets a reader ignore. */
    public static JsonNode parseSaved(byte[] content) throws UnreadableDocument {
        return parse(StrictText.withoutMark(content));
    }

    private static JsonNode tree(String text) throws UnreadableDocument {
        try {
            var tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw new UnreadableDocument(
                        DocumentRule.EMPTY, Place.WHOLE, new Bilingual("文件中没有JSON值", "There is no JSON value"));
            }
            return tree;
        } catch (JacksonException | ArithmeticException | NumberFormatException refused) {
            throw refusalOf(refused);
        }
    }

    /** What the sender hears of a failure to read JSON. */
    static UnreadableDocument refusalOf(RuntimeException failure) {
        if (failure instanceof StreamConstraintsException tooMuch) {
            var why = String.valueOf(tooMuch.getOriginalMessage());
            return new UnreadableDocument(
                    DocumentRule.LIMIT,
                    Place.WHOLE,
                    new Bilingual("JSON超过约定的复杂度（%s）".formatted(why), "The JSON is too complex: " + why));
        }
        if (failure instanceof JacksonException refused) {
            var where = refused.getLocation();
            return refused(
                    where == null ? 1 : where.getLineNr(),
                    where == null ? 0 : where.getColumnNr(),
                    String.valueOf(refused.getOriginalMessage()));
        }
        return refused(1, 0, "a number is out of range");
    }

    private static UnreadableDocument refused(int line, int column, String why) {
        return new UnreadableDocument(
                DocumentRule.JSON,
                Place.line(Math.max(line, 1), column > 0 ? Integer.toString(column) : null),
                new Bilingual(
                        "第%d行第%d列不是合法的JSON（%s）".formatted(line, column, why),
                        "Line %d, column %d is not valid JSON: %s".formatted(line, column, why)));
    }

    /** Refuses what no text may contain and numbers that cannot be written out; names the place only then. */
    static void inspect(JsonNode node, String pointer) throws UnreadableDocument {
        if (node.isString()) {
            inspectText(node.stringValue(), pointer);
        } else if (node.isNumber()) {
            inspectNumber(node, pointer);
        } else if (node.isObject()) {
            for (var member : node.properties()) {
                inspectText(member.getKey(), pointer);
                inspect(member.getValue(), pointer + "/" + escape(member.getKey()));
            }
        } else {
            var index = 0;
            for (var item : node) {
                inspect(item, pointer + "/" + index++);
            }
        }
    }

    /** The same, without a pointer for each node while nothing is wrong. */
    static void inspectQuickly(JsonNode node, String pointer) throws UnreadableDocument {
        if (!isClean(node)) {
            inspect(node, pointer);
        }
    }

    private static boolean isClean(JsonNode node) {
        if (node.isString()) {
            return isClean(node.stringValue());
        }
        if (node.isObject()) {
            for (var member : node.properties()) {
                if (!isClean(member.getKey()) || !isClean(member.getValue())) {
                    return false;
                }
            }
            return true;
        }
        if (node.isArray()) {
            for (var item : node) {
                if (!isClean(item)) {
                    return false;
                }
            }
            return true;
        }
        return !node.isNumber() || node.isInt();
    }

    private static boolean isClean(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0xD800) {
                return false;
            }
        }
        return true;
    }

    private static void inspectText(String text, String pointer) throws UnreadableDocument {
        var odd = StrictText.findOddCharacter(text);
        if (odd.isPresent()) {
            var code = "U+%04X".formatted(text.codePointAt(odd.getAsInt()));
            throw new UnreadableDocument(
                    DocumentRule.TEXT,
                    Place.pointer(pointer),
                    new Bilingual("文字中含有不允许的字符 " + code, "The text contains the forbidden character " + code));
        }
    }

    private static void inspectNumber(JsonNode number, String pointer) throws UnreadableDocument {
        var tooLong = number.isIntegralNumber()
                ? number.bigIntegerValue().bitLength() > 4 * MOST_DIGITS
                : tooLong(number.decimalValue());
        if (tooLong) {
            throw new UnreadableDocument(
                    DocumentRule.JSON, Place.pointer(pointer), new Bilingual("数值超出范围", "The number is out of range"));
        }
    }

    private static boolean tooLong(BigDecimal value) {
        return value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS;
    }

    /** A member's name as one step of a JSON pointer (RFC 6901). */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
