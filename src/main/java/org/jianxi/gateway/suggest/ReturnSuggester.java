package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;

/** Finds the figures of a monthly return in a sample. */
final class ReturnSuggester {

    private final ReturnForm form;
    private final ReportingUnits units;
    private final List<Target> indicators;
    private final List<Target> targets;
    private final Names names;

    ReturnSuggester(ReturnForm form, ReportingUnits units, Vocabulary vocabulary) {
        this.form = form;
        this.units = units;
        this.indicators = ReturnTargets.of(form);
        this.targets = Stream.concat(indicators.stream(), ReturnTargets.heading().stream())
                .toList();
        this.names = new Names(vocabulary, targets, Set.of());
    }

    /** A look at the sample, and what was guessed in it. */
    record Found(Result result, Optional<TableLook> look) {}

    Optional<Found> find(Contents contents) {
        if (contents.tables().isEmpty()) {
            return contents.root().stream()
                    .findFirst()
                    .map(root -> new Sample(
                            contents.words(), NodeSlots.ofDocument(root, contents.isXml()), contents.notes()))
                    .map(sample -> new Found(guess(sample), Optional.empty()));
        }
        var samples = new TableSamples(this.names, indicators, contents);
        var names = new UnitNames(units);
        var tall = samples.tall(text -> names.find(text).isPresent());
        var wide = samples.wide();
        var best = tall.filter(found ->
                        found.worth() > wide.map(TableSamples.Found::worth).orElse(0.0))
                .or(() -> wide)
                .filter(found -> found.worth() > 1);
        return best.map(found -> new Found(guess(withHeading(found)), Optional.of(found.look())));
    }

    /** In a tall table the month and the sender stand in columns of their own, the same in every row. */
    private static Sample withHeading(TableSamples.Found found) {
        if (found.sample().slots().stream().noneMatch(slot -> slot.words().containsKey("row"))) {
            return found.sample();
        }
        var slots = new ArrayList<>(found.sample().slots());
        found.look().columns().forEach((column, path) -> {
            var values = found.look().values(column);
            if (Shape.of(values).distinct().size() == 1) {
                slots.add(new Slot(
                        slots.size(), Map.of("from", path.getLast()), List.of(path.getLast()), List.of(), values));
            }
        });
        return new Sample(found.sample().words(), slots, found.sample().notes());
    }

    /** Where the sample tells its figures for several months, all are read from the block of one. */
    private Result guess(Sample sample) {
        var blocks = Blocks.of(sample.slots());
        var result = guessAmong(blocks.map(choice -> choice.within(sample)).orElse(sample));
        return blocks.map(choice -> new Result(
                        sample.remarking(choice.reason()),
                        targets,
                        result.guesses().stream().map(choice::said).toList()))
                .orElse(result);
    }

    private Result guessAmong(Sample sample) {
        var judge = new ReturnJudge(form, names, units, sample.slots());
        var guesses = new Matching(targets, sample.slots(), judge).guesses();
        var result = new Result(sample, targets, guesses);
        return byOrder(result).orElse(result);
    }

    /**
     * Codes that nobody knows: where exactly as many amounts stand between two known places as the form has indicators there, they may
     * stand in its order. Only when its printed relations hold so, and never with more than little confidence.
     */
    private Optional<Result> byOrder(Result result) {
        var ordered = new Result(result.sample(), targets, new FormOrder(indicators, result).guesses());
        return RelationCheck.holds(form, ordered) ? Optional.of(ordered) : Optional.empty();
    }
}
