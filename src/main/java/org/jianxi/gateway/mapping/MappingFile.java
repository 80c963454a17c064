package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * One source's mapping of one dataset ({@code mappings/<source>/<dataset>.yaml}), checked and ready to be run. Pure data.
 *
 * @param digest SM3 of the file, named beside every submission read with it
 */
public final class MappingFile {

    static final String SCHEMA = "schemas/mapping.schema.json";

    private final SourceId source;
    private final String dataset;
    private final Digest digest;
    private final Reading reading;

    MappingFile(SourceId source, String dataset, Digest digest, Reading reading) {
        this.source = source;
        this.dataset = dataset;
        this.digest = digest;
        this.reading = reading;
    }

    /**
     * Reads a mapping and checks all of it: unknown words, addresses, and that every indicator of its form is mapped. Throws
     * {@link FileProblem} with the line otherwise.
     *
     * @param home where {@code schemas/} lies
     * @param sm3 the hash the file is named by
     */
    public static MappingFile load(Path home, Path file, ReturnForms forms, Function<byte[], Digest> sm3) {
        try {
            return of(
                    file.toString(),
                    Files.readAllBytes(file),
                    FileSchema.read(home.resolve(SCHEMA)),
                    Definitions.at(home, forms),
                    sm3);
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * A mapping that was in force once and was kept, byte for byte. Its shape was checked then; here it is only read. Throws
     * {@link FileProblem} when it cannot be.
     */
    public static MappingFile kept(String name, byte[] bytes, ReturnForms forms, Function<byte[], Digest> sm3) {
        return kept(name, bytes, Definitions.ofReturns(forms), sm3);
    }

    /** The same of either kind. */
    public static MappingFile kept(String name, byte[] bytes, Definitions definitions, Function<byte[], Digest> sm3) {
        var yaml = YamlFile.parse(name, new String(bytes, StandardCharsets.UTF_8));
        return new MappingReader(Words.root(yaml), definitions, sm3.apply(bytes)).read();
    }

    static MappingFile of(
            String name, byte[] bytes, FileSchema schema, Definitions definitions, Function<byte[], Digest> sm3) {
        var yaml = YamlFile.parse(name, new String(bytes, StandardCharsets.UTF_8));
        schema.check(yaml);
        return new MappingReader(Words.root(yaml), definitions, sm3.apply(bytes)).read();
    }

    public SourceId source() {
        return source;
    }

    public String dataset() {
        return dataset;
    }

    /** Whether it reads many records; otherwise it reads one monthly return. */
    public boolean isOfRecords() {
        return reading instanceof RecordReading;
    }

    /** The edition of the return its figures are numbered by; {@link IllegalStateException} for records. */
    public ReturnForm form() {
        return ofReturn().form();
    }

    /** The fields its records may have, in the dictionary's order; {@link IllegalStateException} for a monthly return. */
    public List<Field> fields() {
        return ofRecords().fields().rules().stream().map(FieldRule::field).toList();
    }

    public Format format() {
        return reading.format();
    }

    /** What a document of this source says of itself when it is right. */
    public MediaType mediaType() {
        return format().mediaType();
    }

    public Digest digest() {
        return digest;
    }

    ReturnReading ofReturn() {
        if (reading instanceof ReturnReading one) {
            return one;
        }
        throw new IllegalStateException(source + " " + dataset + " is mapped record by record");
    }

    RecordReading ofRecords() {
        if (reading instanceof RecordReading many) {
            return many;
        }
        throw new IllegalStateException(source + " " + dataset + " is mapped as one return");
    }
}
