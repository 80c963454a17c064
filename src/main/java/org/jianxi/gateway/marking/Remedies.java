package org.jianxi.gateway.marking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import tools.jackson.databind.json.JsonMapper;

/**
 * What mends a broken rule, in words, as {@code schemas/rules.json} tells it.
 *
 * @param byRule by the rule's id
 */
public record Remedies(Map<String, Bilingual> byRule) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Remedies {
        byRule = Map.copyOf(byRule);
    }

    /** Throws {@link UncheckedIOException} when the file is not there. */
    public static Remedies read(Path home) {
        try {
            var rules = JSON.readTree(Files.readAllBytes(home.resolve("schemas/rules.json")))
                    .path("rules");
            return new Remedies(rules.valueStream()
                    .collect(Collectors.toMap(
                            rule -> rule.path("id").asString(""),
                            rule -> new Bilingual(
                                    rule.at("/mend/zh").asString(""),
                                    rule.at("/mend/en").asString("")),
                            (first, second) -> first)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Bilingual> of(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }
}
