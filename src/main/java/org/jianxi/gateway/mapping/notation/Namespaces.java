package org.jianxi.gateway.mapping.notation;

import java.util.Map;
import java.util.Optional;

/**
 * What the prefixes of XML paths stand for.
 *
 * @param usual the namespace of elements named without a prefix; empty: none. Attributes without a prefix have none
 */
public record Namespaces(String usual, Map<String, String> prefixed) {

    public static final Namespaces NONE = new Namespaces("", Map.of());

    public Namespaces {
        prefixed = Map.copyOf(prefixed);
    }

    public static Namespaces read(Words root) {
        var prefixed = root.find("namespaces")
                .map(words ->
                        words.members().stream().collect(java.util.stream.Collectors.toMap(Words::name, Words::text)))
                .orElse(Map.of());
        return new Namespaces(root.text("namespace", ""), prefixed);
    }

    /** Empty when nobody said what the prefix stands for. */
    Optional<String> of(String prefix) {
        return Optional.ofNullable(prefixed.get(prefix));
    }
}
