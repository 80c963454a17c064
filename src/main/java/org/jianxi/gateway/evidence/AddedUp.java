package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CannotAddUp;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.Rollup;

/** Submissions added up once more, as the ledger stood when a return was filed, and that return written once more. */
record AddedUp(Month month, ReturnForm form, ProvincialReturn filed) {

    /** @param entry of the filing: it says at which size of the ledger, and which revision */
    static AddedUp of(Month month, List<SubmissionEvidence> submissions, Statement entry) throws Doubt {
        var form = month.form();
        var contributions = new ArrayList<Contribution>();
        for (var submission : submissions) {
            contributions.add(submission.contribution());
        }
        var revision = Math.toIntExact(entry.number("revision"));
        var figures = figures(month, form, contributions).readAt(entry.number("ledgerPosition"));
        return new AddedUp(month, form, new ProvincialReturn(revision, figures, ProvincialReturn.FilledIn.BLANK));
    }

    private static ProvincialFigures figures(Month month, ReturnForm form, List<Contribution> contributions)
            throws Doubt {
        try {
            return Rollup.of(form, month.period(), month.units(), contributions);
        } catch (CannotAddUp no) {
            throw new Doubt(
                    Reason.ROLLUP_DIFFERS, Names.RETURN, "returns that add up", String.valueOf(no.getMessage()));
        }
    }

    ProvincialFigures figures() {
        return filed.figures();
    }

    byte[] written(ReturnFormat format) {
        return new ReturnDocuments(form, month.units()).write(format, filed);
    }
}
