package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;

/** Finds the fields of a record dataset in a sample. */
final class RecordSuggester {

    private static final String ID_TYPE = "idType";
    private static final String ID_NUMBER = "idNumber";
    private static final String CITIZENS_CARD = "111";
    private static final String BIRTH_DATE = "birthDate";
    private static final String BORN = "^(?:'|=\")?[0-9]{6}([0-9]{8})";
    private static final int NOWHERE = -1;
    private static final double DERIVED = 0.6;

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
        var derived = fromNumbers(new Result(sample, targets, guesses));
        guesses.addAll(0, derived);
        guesses.replaceAll(RecordSuggester::doubtful);
        return new Result(sample, targets, guesses);
    }

    /** What no column says and citizens' numbers tell: that they are such numbers, and when somebody was born. */
    private static List<Guess> fromNumbers(Result result) {
        var numbers = result.guess(ID_NUMBER)
                .map(Guess::slot)
                .filter(slot -> Shape.of(slot.values()).isOfCitizens());
        if (numbers.isEmpty()) {
            return List.of();
        }
        var others = Shape.of(numbers.get().values()).others();
        var born = new LinkedHashMap<>(numbers.get().words());
        born.put("match", BORN);
        born.put("as", "yyyyMMdd");
        return result.missing().stream()
                .flatMap(target -> switch (target.id()) {
                    case ID_TYPE ->
                        Stream.of(derived(
                                target,
                                Map.of("const", CITIZENS_CARD),
                                others == 0 ? "样例中的号码都是身份证号样式" : "样例中的号码多为身份证号样式，有%d个不是，请核对".formatted(others),
                                others == 0
                                        ? "every number of the sample looks like a citizen's"
                                        : "most numbers of the sample look like a citizen's, %d do not: check"
                                                .formatted(others)));
                    case BIRTH_DATE -> Stream.of(derived(target, born, "由身份证号得出", "told by the citizen's number"));
                    default -> Stream.<Guess>empty();
                })
                .toList();
    }

    /** A word that only resembles one of the code list makes the whole line one to check. */
    private static Guess doubtful(Guess guess) {
        if (!(guess.target().field().map(Field::type).orElse(null) instanceof FieldType.Coded coded)) {
            return guess;
        }
        var alike = Codes.alike(coded.codes(), Shape.of(guess.slot().values()));
        if (alike.isEmpty()) {
            return guess;
        }
        var words = String.join("、", alike);
        return new Guess(
                guess.target(),
                guess.slot(),
                Math.min(guess.confidence(), DERIVED),
                new Bilingual(
                        guess.reason().zh() + "，但“" + words + "”只是与代码表相近，请核对",
                        guess.reason().en() + ", but some words only resemble the list's: check"));
    }

    private static Guess derived(Target target, Map<String, Object> words, String zh, String en) {
        return new Guess(
                target, new Slot(NOWHERE, words, List.of(), List.of(), List.of()), DERIVED, new Bilingual(zh, en));
    }
}
