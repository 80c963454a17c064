package org.jianxi.gateway.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;

/** All datasets of the dictionary ({@code schemas/datasets/*.yaml}), by id. */
public record Datasets(List<Dataset> all) {

    /** Made here and told to those who may know; nobody delivers them, and what has no purpose is not taken in (个人信息保护法 第六条). */
    private static final String MADE_HERE = "hardship-matches";

    private static final String FOLDER = "schemas/datasets";
    private static final String SCHEMA = "schemas/dataset.schema.json";

    public Datasets {
        all = List.copyOf(all);
    }

    /** Reads every definition under the home folder; throws {@link FileProblem} with file and line on the first that cannot be used. */
    public static Datasets load(Path home) {
        var schema = FileSchema.read(home.resolve(SCHEMA));
        var lists = CodeLists.load(home);
        var folder = home.resolve(FOLDER);
        try (var files = Files.list(folder)) {
            var datasets = new ArrayList<Dataset>();
            for (var file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var yaml = YamlFile.read(file);
                schema.check(yaml);
                datasets.add(new DatasetFile(yaml, lists).read());
            }
            return new Datasets(datasets);
        } catch (IOException unreadable) {
            throw new FileProblem(folder.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    public Optional<Dataset> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The datasets of records that a source may send in canonical form, without a mapping. */
    public List<Dataset> canonical() {
        return all.stream()
                .filter(one -> one.isOfRecords() && !one.id().equals(MADE_HERE))
                .toList();
    }
}
