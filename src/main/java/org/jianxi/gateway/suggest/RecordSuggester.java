package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Dataset;

/** Finds the fields of a record dataset in a sample. */
final class RecordSuggester {

    private static final String ID_TYPE = "idType";
    private static final String ID_NUMBER = "idNumber";
    private static final String CITIZENS_CARD = "111";
    private static final int NOWHERE = -1;

    private final List<Target> targets;
    private final Names names;

    RecordSuggester(Dataset dataset, Vocabulary vocabulary) {
        this.targets = RecordTargets.of(dataset);
        this.names = new Names(vocabulary, targets, RecordTargets.about(dataset, vocabulary));
    }

    /** What was guessed, and the table it stands in. */
    record Found(Result result, Optional<TableLook> look) {}

    Optional<Found> find(Contents contents) {
        var joins = new Joins(names, targets, contents);
        return contents.tables().isEmpty()
                ? contents.root().stream().findFirst().flatMap(root -> inTree(contents, root))
                : new TableSamples(names, targets, contents)
                        .wide()
                        .filter(found -> found.worth() > 1)
                        .map(found -> new Found(
                                joins.add(guess(found.sample()), found.look().table()), Optional.of(found.look())));
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
        var guesses = new ArrayList<>(new Matching(targets, sample.slots(), new RecordJudge(names)).guesses());
        var result = new Result(sample, targets, guesses);
        var kind = result.guess(ID_TYPE).isPresent() ? Optional.<Guess>empty() : kindOfDocument(result);
        kind.ifPresent(guesses::addFirst);
        return kind.isEmpty() ? result : new Result(sample, targets, guesses);
    }

    /** No column says what kind of document the numbers are of, and they are all of one kind. */
    private static Optional<Guess> kindOfDocument(Result result) {
        return result.missing().stream()
                .filter(target -> target.id().equals(ID_TYPE))
                .filter(any -> result.guess(ID_NUMBER)
                        .map(number -> Shape.of(number.slot().values()).isOnlyOfCitizens())
                        .orElse(false))
                .map(target -> new Guess(
                        target,
                        new Slot(NOWHERE, Map.of("const", CITIZENS_CARD), List.of(), List.of(), List.of()),
                        0.6,
                        new Bilingual("样例中的号码都是身份证号样式", "every number of the sample looks like a citizen's")))
                .findFirst();
    }
}
