package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jianxi.gateway.filing.ReturnFormat;

/** The steps of a verification that do not depend on one another, in the order of their failures. */
record Steps(List<SubmissionEvidence> submissions, ReturnEvidence filed) {

    /** Of a return that corrects none. */
    List<Check> inOrder(Head head, GatewaySeals seals) {
        var checks = recorded(head, seals);
        checks.add(written(ReturnFormat.XML));
        checks.addAll(ended(head, seals));
        return checks;
    }

    /** Of a correction: its document holds the difference to what it corrects. */
    List<Check> inOrder(Head head, GatewaySeals seals, CorrectionEvidence correction) {
        var checks = recorded(head, seals);
        checks.add(of(Names.CORRECTED, () -> correction.includes(head)));
        checks.add(of(Names.CORRECTED, correction::correctsWhatWasFiled));
        checks.add(of(Names.CORRECTED, correction::correctedAddsUpAgain));
        checks.add(of(Names.RETURN, correction::isWrittenTheSame));
        checks.addAll(ended(head, seals));
        return checks;
    }

    private List<Check> recorded(Head head, GatewaySeals seals) {
        var checks = new ArrayList<Check>();
        each(checks, one -> () -> one.receiptIsSigned(seals));
        each(checks, one -> one::receiptIsOfTheEntry);
        each(checks, one -> one::entryBelongsHere);
        checks.add(of(Names.RETURN, filed::entryBelongsHere));
        each(checks, one -> one::rawIsAsReceived);
        each(checks, one -> one::canonicalIsAsRecorded);
        each(checks, one -> () -> one.senderSigned(seals));
        each(checks, one -> () -> one.recorded().included(head));
        checks.add(of(Names.RETURN, () -> filed.recorded().included(head)));
        each(checks, one -> one::leavesAreTheFigures);
        each(checks, one -> one::readsTheSameAgain);
        each(checks, one -> one::wasLateOrInTime);
        checks.add(of(Names.RETURN, filed::addsUpAgain));
        checks.add(of(Names.RETURN, filed::leavesAreTheTotals));
        checks.add(of(Names.RETURN, filed::documentsAreAsRecorded));
        checks.add(written(ReturnFormat.JSON));
        return checks;
    }

    private List<Check> ended(Head head, GatewaySeals seals) {
        var checks = new ArrayList<Check>();
        checks.add(written(ReturnFormat.XLSX));
        checks.add(of(Names.RETURN, () -> filed.isSigned(seals)));
        each(checks, one -> () -> one.historyHolds(head));
        return checks;
    }

    private Check written(ReturnFormat format) {
        return of(Names.RETURN, () -> filed.isWrittenTheSame(format));
    }

    private void each(List<Check> checks, Function<SubmissionEvidence, Check.Step> step) {
        submissions.forEach(one -> checks.add(of(one.file(""), step.apply(one))));
    }

    private static Check of(String file, Check.Step step) {
        return new Check(file, step);
    }
}
