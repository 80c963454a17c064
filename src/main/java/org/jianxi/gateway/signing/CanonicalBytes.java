package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One value, one sequence of bytes: canonical JSON (RFC 8785) for everything that is hashed or signed.
 *
 * <p>Members are sorted by UTF-16 code units, there is no white space, text is UTF-8. Only objects with text keys, lists, text,
 * booleans and integers up to 2^53 - 1 exist here; amounts with a decimal point travel as text. Anything else, {@code null} and
 * lone surrogates included, is a programming error and throws {@link IllegalArgumentException}.
 */
public final class CanonicalBytes {

    private static final long LARGEST = (1L << 53) - 1;

    private final StringBuilder json = new StringBuilder();

    private CanonicalBytes() {}

    public static byte[] of(Map<String, ?> tree) {
        return text(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as text, for what is shown or put into another document. */
    public static String text(Map<String, ?> tree) {
        var bytes = new CanonicalBytes();
        bytes.object(tree);
        return bytes.json.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case Collection<?> list -> list(list);
            case String text -> text(text);
            case Boolean truth -> json.append(truth.booleanValue());
            case Long number -> number(number);
            case Integer number -> number(number);
            case null -> throw new IllegalArgumentException("Not canonical: nothing");
            default -> throw new IllegalArgumentException("Not canonical: " + value.getClass());
        }
    }

    private void object(Map<?, ?> object) {
        var sorted = new TreeMap<String, Object>();
        for (var member : object.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("A member's name is text, not " + member.getKey());
            }
            sorted.put(name, member.getValue());
        }
        var separator = '{';
        for (var member : sorted.entrySet()) {
            json.append(separator);
            text(member.getKey());
            json.append(':');
            value(member.getValue());
            separator = ',';
        }
        json.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void list(Collection<?> list) {
        var separator = '[';
        for (var item : list) {
            json.append(separator);
            value(item);
            separator = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private void number(long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("Beyond what every JSON reader keeps exact: " + number);
        }
        json.append(number);
    }

    private void text(String text) {
        json.append('"');
        var at = 0;
        while (at < text.length()) {
            var plain = endOfPlain(text, at);
            json.append(text, at, plain);
            at = plain < text.length() ? other(text, plain) : plain;
        }
        json.append('"');
    }

    /** Where the units that are written as they are end, from there on. */
    private static int endOfPlain(String text, int from) {
        var at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Writes what is not plain, and tells where the text goes on behind it. */
    private int other(String text, int at) {
        var unit = text.charAt(at);
        if (Character.isSurrogate(unit)) {
            json.appendCodePoint(pairAt(text, at));
            return at + 2;
        }
        escaped(unit);
        return at + 1;
    }

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate(unit);
    }

    private static int pairAt(String text, int at) {
        var point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("A lone surrogate at " + at);
        }
        return point;
    }

    private void escaped(char unit) {
        switch (unit) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> json.append("\\u00").append(unit < 16 ? '0' : '1').append(Character.forDigit(unit & 15, 16));
        }
    }
}
