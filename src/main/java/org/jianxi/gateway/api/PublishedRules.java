package org.jianxi.gateway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForms;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules as {@code schemas/rules.json} tells them, which is made from the forms and the code; read at every question, as it may
 * be renewed while the gateway runs. A relation of an edition that came in since is told from the edition itself.
 */
@Component
class PublishedRules {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final ReturnForms forms;

    PublishedRules(GatewayFolders folders, ReturnForms forms) {
        this.file = folders.home().resolve("schemas/rules.json");
        this.forms = forms;
    }

    List<JsonNode> all() {
        return told().toList();
    }

    Optional<JsonNode> find(String id) {
        return told().filter(rule -> rule.path("id").asString("").equals(id))
                .findFirst()
                .or(() -> relations()
                        .filter(relation -> relation.rule().equals(id))
                        .findFirst()
                        .map(RuleOfAnEdition::tell));
    }

    private Stream<JsonNode> told() {
        try {
            return JSON.readTree(Files.readAllBytes(file)).path("rules").valueStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Stream<Relation> relations() {
        return forms.all().stream().flatMap(form -> form.relations().stream());
    }
}
