package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.forms.Dataset;

/** Finds the fields of a record dataset in a sample. */
final class RecordSuggester {

    private final List<Target> targets;
    private final Names names;

    RecordSuggester(Dataset dataset, Vocabulary vocabulary) {
        this.targets = RecordTargets.of(dataset);
        this.names = new Names(vocabulary, targets, RecordTargets.about(dataset, vocabulary));
    }

    /** What was guessed, and the table it stands in. */
    record Found(Result result, Optional<TableLook> look) {}

    Optional<Found> find(Contents contents) {
        return contents.tables().isEmpty()
                ? contents.root().stream().findFirst().flatMap(root -> inTree(contents, root))
                : new TableSamples(names, targets, contents.words(), contents.tables())
                        .wide()
                        .filter(found -> found.worth() > 1)
                        .map(found -> new Found(guess(found.sample()), Optional.of(found.look())));
    }

    /** The list of which most is understood. */
    private Optional<Found> inTree(Contents contents, Node root) {
        var xml = contents.isXml();
        return NodeSlots.lists(root, xml).stream()
                .map(records -> {
                    var sample =
                            new Sample(contents.words(), NodeSlots.ofRecords(root, records, xml), contents.notes());
                    return guess(records.address().isEmpty() ? sample : sample.with("records", records.address()));
                })
                .reduce((best, other) -> worth(other) > worth(best) + 1e-9 ? other : best)
                .filter(result -> result.guesses().size() > 1)
                .map(result -> new Found(result, Optional.empty()));
    }

    private static double worth(Result result) {
        return result.guesses().stream()
                .filter(guess -> !guess.slot().isOfDocument())
                .mapToDouble(Guess::confidence)
                .sum();
    }

    private Result guess(Sample sample) {
        return new Result(sample, targets, new Matching(targets, sample.slots(), new RecordJudge(names)).guesses());
    }
}
