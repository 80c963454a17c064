package org.jianxi.gateway.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.mapping.MappingFile;

/**
 * What came of a draft and a sample.
 *
 * @param problem why the draft is no mapping; then there is nothing else but the sample
 * @param figures every indicator of the form, its value empty where none was read
 * @param whole a whole canonical return was read, or every record without an error
 * @param differences from what the sample should give, one a line; empty where nothing is expected of it
 * @param records what a mapping of records read; then there are no figures
 */
public record Tried(
        Optional<FileProblem> problem,
        Optional<MappingFile> mapping,
        SamplePicture sample,
        Heading heading,
        List<Figure> figures,
        List<Finding> findings,
        boolean whole,
        Optional<List<String>> differences,
        Optional<RecordTable> records) {

    public Tried {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** Whose and of which month it is as far as was read; empty text otherwise. */
    public record Heading(String sender, String period) {}

    /** @param value as printed, exact; empty text for none */
    public record Figure(int number, Bilingual label, String value, Place at, boolean wrong) {}

    static Tried waiting(MappingFile mapping) {
        return new Tried(
                Optional.empty(),
                Optional.of(mapping),
                SamplePicture.NONE,
                new Heading("", ""),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    static Tried ofRecords(
            MappingFile mapping, SamplePicture sample, ShownRecords shown, Optional<List<String>> differences) {
        var table = shown.table();
        return new Tried(
                Optional.empty(),
                Optional.of(mapping),
                sample,
                new Heading("", ""),
                List.of(),
                shown.findings(),
                table.total() > 0 && table.errors() == 0,
                differences,
                Optional.of(table));
    }

    static Tried broken(FileProblem problem, SamplePicture sample) {
        return new Tried(
                Optional.of(problem),
                Optional.empty(),
                sample,
                new Heading("", ""),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Without the name of the file, which a draft has none of. */
    public String problemText() {
        return problem.map(one -> String.valueOf(one.getMessage()).replaceFirst("^draft(:[0-9]+)?: ", ""))
                .orElse("");
    }

    public int problemLine() {
        return problem.map(FileProblem::line).orElse(0);
    }

    public long read() {
        return figures.stream().filter(one -> !one.value().isEmpty()).count();
    }

    public long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    public boolean isBroken() {
        return problem.isPresent();
    }

    /** The sample was read, with whatever came of it. */
    public boolean isRead() {
        return !isBroken() && !isIdle();
    }

    public boolean isExpected() {
        return differences.isPresent();
    }

    /** What is otherwise than expected, one a line. */
    public List<String> wrongly() {
        return differences.orElse(List.of());
    }

    public boolean isOfRecords() {
        return records.isPresent();
    }

    /** The records; {@link java.util.NoSuchElementException} where a return was read. */
    public RecordTable table() {
        return records.orElseThrow();
    }

    public boolean isIdle() {
        return problem.isEmpty() && records.isEmpty() && figures.isEmpty() && findings.isEmpty();
    }

    public String anchor(Place place) {
        return sample.anchorOf(place);
    }

    /** A place in the sender's own terms. */
    public String words(Place at) {
        return Stream.of(
                        at.sheet(),
                        at.cell(),
                        at.pointer(),
                        at.line() == null ? null : "L" + at.line(),
                        at.column(),
                        at.xpath())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
