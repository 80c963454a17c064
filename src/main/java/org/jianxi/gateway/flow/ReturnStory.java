package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.ledger.StoredSubmission;

/**
 * One delivery of a return with what stands around it.
 *
 * @param content empty where it was refused
 * @param lastMonth the sender's figures of the month before, as they stand now
 * @param lastYear those of the same month a year before
 * @param history every delivery for the same sender and month, oldest first
 */
public record ReturnStory(
        StoredSubmission submission,
        ReturnForm form,
        Optional<MonthlyReturn> content,
        Optional<Figures> lastMonth,
        Optional<Figures> lastYear,
        List<StoredSubmission> history) {

    public ReturnStory {
        history = List.copyOf(history);
    }

    /** Whether it was accepted and no later revision has taken its place. */
    public boolean stands() {
        return submission.isAccepted()
                && history.stream()
                        .filter(StoredSubmission::isAccepted)
                        .noneMatch(one -> one.revision() > submission.revision());
    }
}
