package org.jianxi.gateway.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a query or of a form, each once. */
final class FormText {

    private FormText() {}

    static Map<String, String> read(@Nullable String text) {
        return Stream.of((text == null ? "" : text).split("&"))
                .map(field -> field.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(
                        parts -> decoded(parts[0]), parts -> decoded(parts[1]), (first, again) -> first));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
