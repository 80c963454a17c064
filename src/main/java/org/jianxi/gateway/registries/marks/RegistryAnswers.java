package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;
import org.jianxi.gateway.registries.marks.MarkState.Confirmed;
import org.jianxi.gateway.registries.marks.MarkState.Ground;
import org.jianxi.gateway.registries.marks.MarkState.Missing;
import org.jianxi.gateway.registries.marks.MarkState.Objected;
import org.jianxi.gateway.registries.marks.MarkState.Proposed;
import org.jianxi.gateway.registries.marks.MarkState.Withdrawn;

/** What a registry's answer does to a mark. It never undoes what a person decided about the same word, and takes nothing away. */
final class RegistryAnswers {

    private RegistryAnswers() {}

    static MarkStep hit(Standing standing, RegistryWord word) {
        var known = standing.word();
        if (!word.isNewerThan(known) || word.equals(known)) {
            return new MarkStep.Nothing();
        }
        return changed(standing, heard(standing, word));
    }

    /** With an open objection the registry's word goes beneath it. */
    private static Standing heard(Standing standing, RegistryWord word) {
        var same = word.hardship().equals(standing.word().hardship());
        return switch (standing.state()) {
            case Objected objected -> {
                var beneath = heard(standing.to(objected.before()), word);
                yield beneath.to(new Objected(beneath.state()));
            }
            case Missing missing -> heard(standing.to(missing.before()), word);
            case Confirmed confirmed -> same ? standing.renewed(word) : Standing.proposed(word);
            case Proposed proposed -> same ? standing.renewed(word) : Standing.proposed(word);
            case MarkState.Expired expired ->
                same ? standing.renewed(word).to(new Proposed()) : Standing.proposed(word);
            case Withdrawn withdrawn when withdrawn.ground() == Ground.REGISTRY -> Standing.proposed(word);
            default -> same ? standing : Standing.proposed(word);
        };
    }

    static MarkStep miss(Standing standing, LocalDate snapshotOn) {
        if (!snapshotOn.isAfter(standing.word().snapshotOn())) {
            return new MarkStep.Nothing();
        }
        return changed(standing, standing.to(missed(standing.state(), snapshotOn)));
    }

    private static MarkState missed(MarkState state, LocalDate snapshotOn) {
        return switch (state) {
            case Objected objected -> new Objected(missed(objected.before(), snapshotOn));
            case Proposed proposed -> new Missing(proposed, snapshotOn);
            case Confirmed confirmed -> new Missing(confirmed, snapshotOn);
            default -> state;
        };
    }

    private static MarkStep changed(Standing before, Standing after) {
        return after.equals(before) ? new MarkStep.Nothing() : new MarkStep.Done(after);
    }
}
