package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.SupplementaryDocuments;
import org.jianxi.gateway.filing.SupplementaryReturn;
import org.jianxi.gateway.filing.SupplementaryReturn.Arrived;
import org.jianxi.gateway.filing.SupplementaryReturn.Corrects;
import org.jianxi.gateway.filing.SupplementaryReturn.Numbered;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.signing.Sm3;

/**
 * A correction in a bundle, down to the return that it corrects: that one too is added up again, and the difference between the two
 * is worked out and written again.
 *
 * @param replaced what counted in the corrected return and counts no longer
 */
record CorrectionEvidence(
        Month month,
        List<SubmissionEvidence> submissions,
        List<SubmissionEvidence> replaced,
        RecordedEvidence recorded) {

    private RecordedEvidence corrected() {
        return new RecordedEvidence(recorded.bundle(), Names.CORRECTED, recorded.tally());
    }

    /** The entry of the corrected return is the one that the correction names, with its document. */
    void correctsWhatWasFiled() throws Doubt {
        var named = recorded.entry().object("corrects");
        var before = corrected().entry();
        var file = before.file();
        Doubt.unlessEqual(Reason.ENTRY_DIFFERS, file, named.text("messageId"), before.text("messageId"));
        Doubt.unlessEqual(Reason.ENTRY_DIFFERS, file, named.digest("document"), before.digest("document"));
        var document = Names.CORRECTED + "return.xml";
        Doubt.unlessEqual(
                Reason.RETURN_DIFFERS,
                document,
                before.digest("document"),
                Sm3.of(recorded.bundle().file(document)));
    }

    void includes(Head head) throws Doubt {
        corrected().included(head);
    }

    /** The corrected return as it comes out again is the one that was filed: its JSON has the recorded digest. */
    void correctedAddsUpAgain() throws Doubt {
        var before = corrected().entry();
        Doubt.unlessEqual(
                Reason.ROLLUP_DIFFERS,
                before.file(),
                before.digest("content"),
                Sm3.of(before().written(ReturnFormat.JSON)));
    }

    private AddedUp before() throws Doubt {
        var entry = corrected().entry();
        var then = new ArrayList<>(replaced);
        var senders = new HashSet<Sender>();
        replaced.forEach(one -> senders.add(one.place().sender()));
        for (var one : submissions) {
            if (!senders.contains(one.place().sender()) && one.recorded().position() < entry.number("ledgerPosition")) {
                then.add(one);
            }
        }
        return AddedUp.of(month, then, entry);
    }

    /** Document and difference, written again, are the recorded ones. */
    void isWrittenTheSame() throws Doubt {
        var entry = recorded.entry();
        var again = again(AddedUp.of(month, submissions, entry));
        var documents = new SupplementaryDocuments(month.form(), month.units());
        same(Names.RETURN + "return.xml", documents.document(again));
        same(Names.DIFFERENCE, documents.difference(again));
        Doubt.unlessEqual(
                Reason.RETURN_DIFFERS,
                Names.DIFFERENCE,
                entry.digest("difference"),
                Sm3.of(recorded.bundle().file(Names.DIFFERENCE)));
    }

    private SupplementaryReturn again(AddedUp now) throws Doubt {
        var entry = recorded.entry();
        var before = corrected().entry();
        var corrects = new Corrects(
                before.text("messageId"),
                Math.toIntExact(before.number("revision")),
                before.digest("document"),
                corrected().position());
        var numbered = new Numbered(Math.toIntExact(entry.number("number")), corrects);
        var difference = Difference.between(before().figures(), now.figures(), month.units());
        var arrivals = new HashMap<String, Arrived>();
        for (var one : Stream.concat(submissions.stream(), replaced.stream()).toList()) {
            arrivals.put(one.id(), one.arrived());
        }
        return SupplementaryReturn.of(now.filed(), numbered, difference, arrivals);
    }

    private void same(String file, byte[] written) throws Doubt {
        Doubt.unlessEqual(
                Reason.RETURN_DIFFERS,
                file,
                Sm3.of(written),
                Sm3.of(recorded.bundle().file(file)));
    }
}
