package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.Dataset;
import tools.jackson.databind.JsonNode;

/**
 * Runs a mapping over the samples beside it and compares with what they expect: {@code <name>.in.<ext>} with
 * {@code <name>.expected.json}, the canonical return or records, or with {@code <name>.findings.json}, the errors of a bad one.
 *
 * <p>Month and sender of the delivery are those that the expectation names.
 */
public final class SampleRun {

    private static final String INPUT = ".in.";
    private static final String EXPECTED = ".expected.json";

    private final SourceReader reader;
    private final ReportingUnits units;

    public SampleRun(SourceReader reader, ReportingUnits units) {
        this.reader = reader;
        this.units = units;
    }

    /**
     * One sample's outcome.
     *
     * @param differences what is not as expected, one a line; none when the sample passes
     */
    public record Sample(String file, List<String> differences) {
        public Sample {
            differences = List.copyOf(differences);
        }

        public boolean passes() {
            return differences.isEmpty();
        }
    }

    /** All samples of a folder by name; {@link FileProblem} when it has none or one lacks its expectation. */
    public List<Sample> test(MappingFile mapping, Path samples) {
        try (var files = Files.list(samples)) {
            var inputs = files.filter(file -> nameOf(file).contains(INPUT))
                    .filter(file -> datasetOf(file, mapping.dataset()).equals(mapping.dataset()))
                    .sorted()
                    .toList();
            if (inputs.isEmpty()) {
                throw new FileProblem(samples.toString(), 0, "holds no sample");
            }
            var results = new ArrayList<Sample>();
            for (var input : inputs) {
                results.add(new Sample(nameOf(input), differences(mapping, input)));
            }
            return results;
        } catch (IOException unreadable) {
            throw new FileProblem(samples.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** One file mapped, outside any delivery or with what is known of it. */
    public Mapped run(MappingFile mapping, Path file, Optional<Period> period, Optional<Sender> sender)
            throws IOException {
        var declared = MediaType.ofFileName(nameOf(file)).orElse(mapping.mediaType());
        return reader.read(mapping, Files.readAllBytes(file), new MappingContext(declared, period, sender, units));
    }

    /** The canonical form of what was read; empty while anything is missing from it. */
    public static Optional<JsonNode> canonical(MappingFile mapping, Mapped mapped) {
        if (!(mapped instanceof Mapped.Read read) || Finding.anyError(read.findings())) {
            return Optional.empty();
        }
        var draft = read.draft();
        return draft.period()
                .flatMap(period -> draft.sender()
                        .map(sender -> CanonicalJson.tree(
                                new MonthlyReturn(
                                        draft.form().orElse(mapping.form().id()),
                                        period,
                                        sender,
                                        1,
                                        draft.figures(),
                                        draft.explanations(),
                                        draft.derivedFrom(),
                                        draft.commitment()),
                                mapping.form())));
    }

    /** What one sample gives otherwise than it should, one a line; {@link FileProblem} when nothing says what it should give. */
    public List<String> against(MappingFile mapping, Path input) {
        try {
            return differences(mapping, input);
        } catch (IOException unreadable) {
            throw new FileProblem(input.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private List<String> differences(MappingFile mapping, Path input) throws IOException {
        var file = expectationOf(input);
        var isWhole = nameOf(file).endsWith(EXPECTED);
        var expectation = tree(file);
        if (mapping.isOfRecords()) {
            return new RecordSamples(units).differences(mapping, input, expectation, isWhole);
        }
        var mapped = run(
                mapping,
                input,
                Period.parse(expectation.path("period").asString("")),
                Sender.parse(expectation.path("sender").asString("")));
        return isWhole
                ? SampleDifferences.ofReturn(expectation, canonical(mapping, mapped), mapped.findings())
                : SampleDifferences.ofFindings(expectation.path("findings"), mapped.findings());
    }

    private static Path expectationOf(Path input) {
        var stem = nameOf(input).substring(0, nameOf(input).indexOf(INPUT));
        var expected = input.resolveSibling(stem + EXPECTED);
        var findings = input.resolveSibling(stem + ".findings.json");
        if (Files.exists(expected) == Files.exists(findings)) {
            throw new FileProblem(input.toString(), 0, "needs either " + stem + ".expected.json or .findings.json");
        }
        return Files.exists(expected) ? expected : findings;
    }

    /** What its expectation says, else the dataset its name begins with, else the monthly return. */
    private static String datasetOf(Path input, String asked) {
        try {
            var said = tree(expectationOf(input)).path("dataset").asString("");
            if (!said.isEmpty()) {
                return said;
            }
        } catch (IOException unreadable) {
            throw new FileProblem(input.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
        return nameOf(input).startsWith(asked + "-") ? asked : Dataset.MONTHLY_RETURN;
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return StrictJson.parse(Files.readAllBytes(file));
        } catch (UnreadableDocument notJson) {
            throw new FileProblem(file.toString(), 0, notJson.reason().en());
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
