package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;

/** Tells of deliveries of returns to those who may read them. */
public record ReturnStories(Submissions submissions, Memory memory, ReturnForms forms) {

    /** Empty for what is no return, or not the caller's to read: the two look alike. */
    public Optional<ReturnStory> find(String id, Caller caller) {
        return submissions
                .find(id)
                .filter(one -> one.dataset().equals(Delivery.MONTHLY_RETURN))
                .filter(one -> caller.mayRead(one.sender(), one.arrival().source()))
                .flatMap(one -> edition(one).map(form -> tell(one, form)));
    }

    private Optional<ReturnForm> edition(StoredSubmission submission) {
        return submission.isAccepted()
                ? forms.find(memory.content(submission).form())
                : submission
                        .period()
                        .flatMap(forms::current)
                        .or(() -> forms.all().stream().findFirst());
    }

    private ReturnStory tell(StoredSubmission submission, ReturnForm form) {
        var key = submission
                .sender()
                .flatMap(sender ->
                        submission.period().map(period -> new ReturnKey(sender, submission.dataset(), period)));
        return new ReturnStory(
                submission,
                form,
                submission.isAccepted() ? Optional.of(memory.content(submission)) : Optional.empty(),
                key.flatMap(one -> memory.figuresOf(one.sender(), one.period().previous())),
                key.flatMap(one -> memory.figuresOf(one.sender(), aYearBefore(one.period()))),
                key.map(submissions::history).orElse(List.of(submission)));
    }

    private static Period aYearBefore(Period period) {
        return new Period(period.month().minusYears(1));
    }
}
