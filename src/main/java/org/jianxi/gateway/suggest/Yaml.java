package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values of a mapping in one line of YAML; whatever could be read as something else is quoted. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[\\p{IsHan}A-Za-z_/][\\p{IsHan}\\p{IsAlphabetic}0-9_./-]*");
    private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|true|false|on|off|null|~");

    private Yaml() {}

    static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(one -> text(String.valueOf(one.getKey())) + ": " + flow(one.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(Yaml::flow).collect(Collectors.joining(", ", "[", "]"));
            case Integer number -> number.toString();
            default -> text(String.valueOf(value));
        };
    }

    static String text(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()
                ? text
                : text.codePoints().anyMatch(one -> one < ' ' || Character.getType(one) == Character.FORMAT)
                        ? escaped(text)
                        : "'" + text.replace("'", "''") + "'";
    }

    /** One line, whatever it holds. */
    static String comment(String text) {
        return text.codePoints()
                .map(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT ? ' ' : one)
                .limit(300)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(one -> one == '"' || one == '\\'
                        ? "\\" + (char) one
                        : one < ' ' || Character.getType(one) == Character.FORMAT
                                ? "\\u%04X".formatted(one)
                                : String.valueOf((char) one))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
