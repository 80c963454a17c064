package org.jianxi.gateway.mapping;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.notation.Definitions;

/** The project's own folders as tests of mappings need them. */
public final class Home {

    static final Path PATH = Path.of("");
    static final ReturnForms FORMS = ReturnForms.load(PATH, Home::hash);
    public static final ReturnForm FORM = FORMS.find("MOHRSS-2023").orElseThrow();
    public static final ReportingUnits UNITS = Divisions.reportingUnits(PATH);
    static final Dictionary DICTIONARY = Dictionary.load(PATH);
    public static final Definitions DEFINITIONS = Definitions.at(PATH, FORMS);
    public static final FileSchema SCHEMA = FileSchema.read(PATH.resolve("schemas/mapping.schema.json"));
    public static final SourceReader READER = new SourceReader(new CanonicalDocuments(FORMS));

    private Home() {}

    /** Stands in for SM3, which this package is given and does not know. */
    static Digest hash(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static MappingFile mapping(String source) {
        return MappingFile.load(PATH, Path.of("mappings", source, "monthly-return.yaml"), FORMS, Home::hash);
    }

    public static MappingContext context(MediaType type, String period, String sender) {
        return new MappingContext(type, Optional.of(Period.of(period)), Sender.parse(sender), UNITS);
    }

    public static Mapped.Read read(Mapped mapped) {
        return (Mapped.Read) mapped;
    }

    /** Rule and place of an error, as one line. */
    static String line(Finding finding) {
        var at = finding.at();
        return finding.rule() + " " + at.indicator() + " " + at.cell() + " " + at.pointer() + " " + at.line();
    }
}
