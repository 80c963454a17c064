package org.jianxi.gateway.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.notation.Definitions;

/** Reads mappings that are still being written: checked as those in force are, and in force nowhere. */
public final class MappingDrafts {

    private final FileSchema schema;
    private final Definitions definitions;
    private final Function<byte[], Digest> sm3;

    /** @param home where {@code schemas/} lies */
    public MappingDrafts(Path home, ReturnForms forms, Function<byte[], Digest> sm3) {
        this.schema = FileSchema.read(home.resolve(MappingFile.SCHEMA));
        this.definitions = Definitions.at(home, forms);
        this.sm3 = sm3;
    }

    /** Throws {@link org.jianxi.gateway.documents.FileProblem} with the line when the text is no mapping that would work. */
    public MappingFile read(String text) {
        return MappingFile.of("draft", text.getBytes(StandardCharsets.UTF_8), schema, definitions, sm3);
    }
}
