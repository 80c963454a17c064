package org.jianxi.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.DocumentReading;
import org.jianxi.gateway.flow.DocumentReading.Paper;
import org.jianxi.gateway.flow.MappingShelf;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.CanonicalReading;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.mapping.Areas;
import org.jianxi.gateway.mapping.CanonicalBatch;
import org.jianxi.gateway.mapping.CanonicalHeading;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.RecordMapper;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.SampleRun;
import org.jianxi.gateway.mapping.SourceReader;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.validation.Delivered;
import org.jianxi.gateway.validation.History;
import org.jianxi.gateway.validation.Judge;
import org.jianxi.gateway.validation.Judgement;

/** Reading and judging with the very parts the running gateway uses, and nothing of Spring, Camel or a database. */
final class OfflineGateway {

    private final Home home;
    private final ReturnForms forms;
    private final ReportingUnits units;
    private final CanonicalDocuments canonical;

    OfflineGateway(Home home) {
        this(home, ReturnForms.load(schemasOf(home), Sm3::of));
    }

    private OfflineGateway(Home home, ReturnForms forms) {
        this.home = home;
        this.forms = forms;
        this.units = Divisions.reportingUnits(home.folder());
        this.canonical = new CanonicalDocuments(forms);
    }

    private static Path schemasOf(Home home) {
        home.schemas();
        return home.folder();
    }

    /** The same with one more edition of the return, in place of its namesake. */
    OfflineGateway with(ReturnForm edition) {
        return new OfflineGateway(home, forms.with(edition));
    }

    ReturnForms forms() {
        return forms;
    }

    ReportingUnits units() {
        return units;
    }

    /** The mapping of a dataset in a source's folder; empty when that folder maps no such dataset. */
    Optional<MappingFile> mapping(Path folder, String dataset) {
        var file = folder.resolve(dataset + ".yaml");
        return dataset.matches("[a-z0-9-]+") && Files.isRegularFile(file)
                ? Optional.of(MappingFile.load(home.folder(), file, forms, Sm3::of))
                : Optional.empty();
    }

    /** What the gateway reads a file of this type with; empty for the canonical form. */
    Optional<MappingFile> inForce(Optional<MappingFile> own, String dataset, MediaType type) {
        return MappingShelf.choose(
                own, type, () -> mapping(home.mappings().resolve(MappingShelf.OFFICIAL.value()), dataset));
    }

    Mapped read(Optional<MappingFile> mapping, InputFile input, Delivered delivered) {
        var paper = new Paper(input.content(), input.type(), delivered.sender(), delivered.period());
        return new DocumentReading(canonical, units).read(paper, mapping).mapped();
    }

    /** Every record and finding of a file, as it streams by; throws {@link CannotBeDone} when the file cannot be read. */
    void readRecords(MappingFile mapping, Path file, MappingContext context, RecordSink sink) {
        new RecordMapper().map(mapping, content(file), context, sink);
    }

    /** The reader of a dataset's canonical form; empty where it has none in this type. */
    Optional<CanonicalBatch> batch(String dataset, MediaType type) {
        return dataset.equals(Dataset.MONTHLY_RETURN)
                ? Optional.empty()
                : CanonicalBatch.of(dataset, type, Dictionary.load(home.folder()));
    }

    /** Every record and finding of a canonical batch; throws {@link CannotBeDone} when the file cannot be read. */
    CanonicalHeading readBatch(CanonicalBatch batch, Path file, MappingContext context, RecordSink sink) {
        return new RecordMapper().canonical(batch, content(file), context, sink);
    }

    private static Content content(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotBeDone(new Bilingual(file + "：读不出来", file + ": cannot be read"));
        }
        return new Content.InFile(file);
    }

    /** What is known of a file besides its content: in the areas of the source whose folder it is. */
    MappingContext context(Path file, Delivered delivered, Optional<Path> folder) {
        return new MappingContext(InputFile.typeOf(file), delivered.period(), delivered.sender(), units)
                .within(folder.map(this::areas).orElse(Areas.ANY));
    }

    private Areas areas(Path folder) {
        return SourceRegister.in(folder, home.folder())
                .map(source -> new Areas(source.areasOfRecords()))
                .orElse(Areas.ANY);
    }

    Judgement judge(Mapped mapped, Delivered delivered, History history) {
        return new Judge(forms, units).judge(mapped, delivered, (sender, period) -> history);
    }

    SampleRun samples() {
        return new SampleRun(new SourceReader(canonical), units);
    }

    CanonicalReading readCanonical(InputFile input) {
        return canonical.read(input.content(), input.type());
    }

    /** A file that must be a whole canonical return; throws {@link CannotBeDone} saying why it is none. */
    MonthlyReturn canonicalReturn(Path file) {
        var reading = readCanonical(InputFile.read(file));
        return reading.complete().orElseThrow(() -> {
            var zh = new StringBuilder(file + " 不是完整的规范报表：");
            var en = new StringBuilder(file + " is no whole canonical return:");
            for (var finding : reading.mapped().findings()) {
                zh.append(' ').append(finding.message().zh()).append('；');
                en.append(' ').append(finding.message().en()).append(';');
            }
            return new CannotBeDone(new Bilingual(zh.toString(), en.toString()));
        });
    }
}
