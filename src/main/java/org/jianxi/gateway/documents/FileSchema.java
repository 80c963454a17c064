package org.jianxi.gateway.documents;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The JSON Schema (2020-12) one kind of our YAML files keeps, with each breach put to the line it stands on. */
public final class FileSchema {

    private final Schema schema;

    private FileSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads the schema file. It may refer to itself only: nothing else is ever fetched. */
    public static FileSchema read(Path file) {
        try {
            var registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(loader ->
                            loader.allow(iri -> iri.toString().startsWith("https://json-schema.org/draft/2020-12/"))));
            return new FileSchema(registry.getSchema(Files.readString(file, StandardCharsets.UTF_8), InputFormat.JSON));
        } catch (IOException | RuntimeException unusable) {
            throw new FileProblem(file.toString(), 0, String.valueOf(unusable.getMessage()));
        }
    }

    /** Everything in the file that breaks the schema, in the order of its lines; empty when it keeps it. */
    public List<FileProblem> problems(YamlFile file) {
        var problems = new ArrayList<FileProblem>();
        for (Error error : schema.validate(file.tree())) {
            var pointer = pointerOf(error);
            problems.add(file.problem(pointer, (pointer.isEmpty() ? "" : pointer + ": ") + error.getMessage()));
        }
        problems.sort(Comparator.comparingInt(FileProblem::line));
        return List.copyOf(problems);
    }

    /** Throws the first problem by line, when there is one. */
    public void check(YamlFile file) {
        problems(file).stream().findFirst().ifPresent(first -> {
            throw first;
        });
    }

    /**
     * Gives each YAML file of a folder to a reader, in the order of their names, once it keeps the schema. Throws the first problem, the
     * reader's too.
     *
     * @param folder under the home folder, as a problem names it
     */
    public void each(Path home, String folder, Consumer<YamlFile> reader) {
        try (var listed = Files.list(home.resolve(folder))) {
            for (var path : listed.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var file = YamlFile.read(path);
                check(file);
                reader.accept(file);
            }
        } catch (IOException unreadable) {
            throw new FileProblem(folder, 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** An unknown or missing member is reported at its parent; the unknown one has a line of its own. */
    private static String pointerOf(Error error) {
        var pointer = error.getInstanceLocation().toString();
        return "additionalProperties".equals(error.getKeyword()) && error.getProperty() != null
                ? pointer + "/" + error.getProperty()
                : pointer;
    }
}
