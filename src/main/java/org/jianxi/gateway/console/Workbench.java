package org.jianxi.gateway.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.console.StoredSamples.Sample;
import org.jianxi.gateway.console.Tried.Figure;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.RecordMapper;
import org.jianxi.gateway.mapping.SampleRun;
import org.jianxi.gateway.mapping.SourceReader;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.validation.Delivered;

/** Tries a mapping on a sample by the very code that reads deliveries. Keeps nothing; two are tried at a time, apart from the doors. */
final class Workbench {

    private static final int AT_A_TIME = 2;
    private static final int LONGEST_MAPPING = 256 * 1024;

    private final MappingDrafts drafts;
    private final SourceReader reader;
    private final RecordMapper records = new RecordMapper();
    private final SampleRun samples;
    private final ReportingUnits units;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Workbench(MappingDrafts drafts, SourceReader reader, SampleRun samples, ReportingUnits units) {
        this.drafts = drafts;
        this.reader = reader;
        this.samples = samples;
        this.units = units;
    }

    /** Empty while others are tried. */
    Optional<Tried> attempt(String yaml, Optional<Sample> sample, Delivered delivered) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(attempted(yaml, sample, delivered));
        } finally {
            places.release();
        }
    }

    private Tried attempted(String yaml, Optional<Sample> sample, Delivered delivered) {
        try {
            if (yaml.length() > LONGEST_MAPPING) {
                throw new FileProblem("draft", 0, "is longer than 256 KiB");
            }
            var mapping = drafts.read(yaml);
            return sample.map(one ->
                            mapping.isOfRecords() ? records(mapping, one, delivered) : read(mapping, one, delivered))
                    .orElseGet(() -> Tried.waiting(mapping));
        } catch (FileProblem problem) {
            return Tried.broken(problem, sample.map(SamplePainter::draw).orElse(SamplePicture.NONE));
        }
    }

    private Tried read(MappingFile mapping, Sample sample, Delivered delivered) {
        var context = new MappingContext(sample.type(), delivered.period(), delivered.sender(), units);
        var mapped = reader.read(mapping, sample.content(), context);
        var whole = SampleRun.canonical(mapping, mapped).isPresent();
        var differences = sample.path().map(path -> differences(mapping, path));
        return new Tried(
                Optional.empty(),
                Optional.of(mapping),
                SamplePainter.draw(sample, mapping),
                heading(mapped),
                figures(mapping, mapped),
                mapped.findings(),
                whole,
                differences,
                Optional.empty());
    }

    /** A stored sample is not the reader's own: where it holds people, neither it nor what it should give is shown. */
    private Tried records(MappingFile mapping, Sample sample, Delivered delivered) {
        var shown = new ShownRecords(mapping.fields(), sample.path().isEmpty());
        var context = new MappingContext(sample.type(), delivered.period(), delivered.sender(), units);
        records.map(mapping, new Content.InMemory(sample.content()), context, shown);
        var hides = shown.hides();
        return Tried.ofRecords(
                mapping,
                hides ? SamplePicture.NONE : SamplePainter.draw(sample, mapping),
                shown,
                sample.path().map(path -> differences(mapping, path)).map(all -> hides ? withoutValues(all) : all));
    }

    private static List<String> withoutValues(List<String> differences) {
        return differences.stream()
                .map(line -> line.replaceFirst(": expected .*$", ": otherwise than expected"))
                .toList();
    }

    private List<String> differences(MappingFile mapping, Path sample) {
        try {
            return samples.against(mapping, sample);
        } catch (FileProblem nothingExpected) {
            return List.of("nothing says what this sample should give");
        }
    }

    private static Tried.Heading heading(Mapped mapped) {
        return mapped instanceof Mapped.Read read
                ? new Tried.Heading(
                        read.draft().sender().map(Object::toString).orElse(""),
                        read.draft().period().map(Object::toString).orElse(""))
                : new Tried.Heading("", "");
    }

    private static List<Figure> figures(MappingFile mapping, Mapped mapped) {
        if (!(mapped instanceof Mapped.Read read)) {
            return List.of();
        }
        var draft = read.draft();
        return mapping.form().indicators().stream()
                .map(one -> new Figure(
                        one.number(),
                        one.label(),
                        draft.figures()
                                .find(one.number())
                                .map(one.unit()::printExact)
                                .orElse(""),
                        draft.places().getOrDefault(one.number(), Place.WHOLE),
                        hasError(mapped.findings(), one.number())))
                .toList();
    }

    private static boolean hasError(List<Finding> findings, int indicator) {
        return findings.stream()
                .filter(Finding::isError)
                .anyMatch(finding ->
                        Integer.valueOf(indicator).equals(finding.at().indicator()));
    }
}
