package org.jianxi.gateway.validation;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;

/** Under which form, for which month and whose a return is, as far as that is clear, and what is wrong about it. */
public record Heading(
        Optional<ReturnForm> form, Optional<Period> period, Optional<Sender> sender, List<Finding> findings) {

    public Heading {
        findings = List.copyOf(findings);
    }

    /** The draft under this heading. */
    Draft over(Draft draft) {
        return new Draft(
                form.map(ReturnForm::id),
                period,
                sender,
                draft.figures(),
                draft.places(),
                draft.explanations(),
                draft.derivedFrom(),
                draft.commitment());
    }
}
