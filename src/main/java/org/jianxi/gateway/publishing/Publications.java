package org.jianxi.gateway.publishing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.forms.Datasets;

/**
 * What is public and where: {@code schemas/publications.yaml}.
 *
 * @param stored the fields that are kept in the clear beside the sealed records of each dataset: those shown and those that decide
 *     whether a record is shown
 */
public record Publications(Map<ListKind, PublishedList> lists, Map<String, List<String>> stored) {

    private static final String FILE = "schemas/publications.yaml";
    private static final String SCHEMA = "schemas/publications.schema.json";

    public Publications {
        lists = new LinkedHashMap<>(lists);
        stored = Map.copyOf(stored);
    }

    /** Throws {@link org.jianxi.gateway.documents.FileProblem} with the line of a field that is a person's, secret, or unknown. */
    public static LiveFile<Publications> open(Path home, Datasets datasets) {
        var schema = FileSchema.read(home.resolve(SCHEMA));
        return LiveFile.open(home.resolve(FILE), file -> {
            schema.check(file);
            return new PublicationsFile(file, datasets).read();
        });
    }

    /** As the file stands. */
    public static Publications load(Path home, Datasets datasets) {
        return open(home, datasets).get();
    }

    public PublishedList of(ListKind kind) {
        return Objects.requireNonNull(lists.get(kind));
    }
}
