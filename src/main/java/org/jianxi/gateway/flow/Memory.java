package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.ExplanationJson;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;
import org.jianxi.gateway.validation.History;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger remembers of a sender, in the words the rules ask for. */
public final class Memory {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Submissions submissions;
    private final CanonicalDocuments documents;

    public Memory(Submissions submissions, CanonicalDocuments documents) {
        this.submissions = submissions;
        this.documents = documents;
    }

    /** Last month's accepted figures, and the explanations in force with the current revision of this month. */
    History historyOf(Sender sender, Period period) {
        var lastMonth = figuresOf(sender, period.previous());
        var explanations = current(sender, period)
                .map(one -> ExplanationJson.read(JSON.readTree(one.decision().explanations())))
                .orElse(List.of());
        return new History(lastMonth, explanations);
    }

    /** The figures that stand for a month. */
    Optional<Figures> figuresOf(Sender sender, Period period) {
        return current(sender, period).map(this::figures);
    }

    /** The return as it was accepted; a row that is no longer what we wrote is our fault, not the sender's. */
    public MonthlyReturn content(StoredSubmission submission) {
        return submission
                .decision()
                .canonical()
                .flatMap(bytes -> documents.read(bytes, MediaType.JSON).complete())
                .orElseThrow(() -> new IllegalStateException(submission.id() + " is not as it was accepted"));
    }

    private Figures figures(StoredSubmission submission) {
        return content(submission).figures();
    }

    private Optional<StoredSubmission> current(Sender sender, Period period) {
        return submissions.current(new ReturnKey(sender, Delivery.MONTHLY_RETURN, period));
    }
}
