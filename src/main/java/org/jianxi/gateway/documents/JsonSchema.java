package org.jianxi.gateway.documents;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema of ours, Draft 2020-12, formats asserted.
 *
 * <p>It resolves references only among the schemas it was given: never to files, the class path or the network.
 */
public final class JsonSchema {

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads a schema that refers to nothing but itself; {@link FileProblem} when it is none. */
    public static JsonSchema read(Path file) {
        return read(file, Map.of());
    }

    /** @param others texts of further schemas by the {@code $id} they are referred to by */
    public static JsonSchema read(Path file, Map<String, String> others) {
        try {
            return of(StrictJson.parse(Files.readAllBytes(file)), others);
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        } catch (UnreadableDocument notJson) {
            throw new FileProblem(
                    file.toString(),
                    Optional.ofNullable(notJson.at().line()).orElse(0),
                    notJson.reason().en());
        }
    }

    public static JsonSchema of(JsonNode schema, Map<String, String> others) {
        var known = Map.copyOf(others);
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(known)
                        .schemaLoader(loader -> loader.allow(iri -> known.containsKey(iri.toString())
                                || iri.toString().startsWith("https://json-schema.org/"))));
        return new JsonSchema(registry.getSchema(schema));
    }

    /** Every violation, in the order of the schema; none when the document fits. */
    public List<Violation> validate(JsonNode document) {
        var exact = WholeNumbers.in(document);
        var chinese = errors(exact, Locale.SIMPLIFIED_CHINESE);
        var english = errors(exact, Locale.ROOT);
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < english.size(); i++) {
            violations.add(violation(english.get(i), chinese.get(i).getMessage()));
        }
        return violations;
    }

    private List<Error> errors(JsonNode document, Locale language) {
        return schema.validate(
                document,
                context -> context.executionConfig(
                        config -> config.locale(language).formatAssertionsEnabled(true)));
    }

    private static Violation violation(Error error, String chinese) {
        var arguments = error.getArguments() == null
                ? List.<String>of()
                : Stream.of(error.getArguments()).map(String::valueOf).toList();
        return new Violation(
                error.getInstanceLocation().toString(),
                error.getKeyword(),
                Optional.ofNullable(error.getProperty()),
                new Bilingual(chinese, error.getMessage()),
                arguments);
    }

    /**
     * One thing that does not fit.
     *
     * @param pointer the part of the document (RFC 6901)
     * @param keyword the schema keyword that refused it, such as {@code required}
     * @param member the member that is missing or not allowed, where the keyword is about one
     * @param arguments what the keyword compared with, such as the limit
     */
    public record Violation(
            String pointer, String keyword, Optional<String> member, Bilingual message, List<String> arguments) {

        public Violation {
            arguments = List.copyOf(arguments);
        }

        /** The pointer to the missing or forbidden member itself, or to the part. */
        public String exactPointer() {
            return member.map(name -> pointer + "/" + StrictJson.escape(name)).orElse(pointer);
        }
    }
}
