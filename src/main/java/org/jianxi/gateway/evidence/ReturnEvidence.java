package org.jianxi.gateway.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.signing.Sm3;

/** The return in a bundle: added up again from the submissions, written again, and held against what was filed. */
record ReturnEvidence(Month month, List<SubmissionEvidence> submissions, RecordedEvidence recorded) {

    private static final String JSON = Names.RETURN + "return.json";
    private static final String XML = Names.RETURN + "return.xml";

    void entryBelongsHere() throws Doubt {
        var entry = recorded.entry();
        same(entry, "entry", "provincial-return", entry.text("entry"));
        same(entry, "period", month.period(), entry.text("period"));
        same(entry, "revision", (long) month.revision(), entry.number("revision"));
        for (var submission : submissions) {
            if (submission.recorded().position() >= entry.number("ledgerPosition")) {
                throw new Doubt(
                        Reason.ENTRY_DIFFERS,
                        submission.file("entry.json"),
                        "an entry before " + entry.number("ledgerPosition"),
                        submission.recorded().position());
            }
        }
    }

    private static void same(Statement entry, String member, Object expected, Object actual) throws Doubt {
        Doubt.unlessEqual(Reason.ENTRY_DIFFERS, entry.file(), member + " " + expected, member + " " + actual);
    }

    private AddedUp again() throws Doubt {
        return AddedUp.of(month, submissions, recorded.entry());
    }

    void addsUpAgain() throws Doubt {
        var again = again();
        var form = again.form();
        var totals = again.figures().totals();
        var filed = recorded.bundle().statement(JSON).object("indicators");
        for (var indicator : form.indicators()) {
            var number = indicator.number();
            var printed = indicator.unit().print(totals.of(number));
            var actual = filed.tree().path(Integer.toString(number)).asString("-");
            Doubt.unlessEqual(Reason.ROLLUP_DIFFERS, JSON, number + ": " + printed, number + ": " + actual);
        }
        recorded.tally().cells(totals.amounts().size());
    }

    void leavesAreTheTotals() throws Doubt {
        var again = again();
        var form = again.form();
        var expected = new TreeMap<String, String>(Map.of(
                "/form", form.id(),
                "/period", month.period().toString(),
                "/area", ProvincialReturn.PROVINCE.sender().code(),
                "/revision", Integer.toString(month.revision())));
        again.figures()
                .totals()
                .amounts()
                .forEach((number, amount) -> expected.put(
                        "/indicators/" + number, form.indicator(number).unit().printExact(amount)));
        for (var leaf : recorded.leaves().entrySet()) {
            var said = leaf.getKey() + " " + expected.getOrDefault(leaf.getKey(), "-");
            Doubt.unlessEqual(
                    Reason.LEAVES_DIFFER, recorded.file("leaves.json"), said, leaf.getKey() + " " + leaf.getValue());
        }
    }

    /** A correction's own document holds the difference too: see {@link CorrectionEvidence}. */
    boolean isCorrection() throws Doubt {
        return recorded.entry().has("corrects");
    }

    /** Written again from the submissions, the document is the filed one, byte for byte. */
    void isWrittenTheSame(ReturnFormat format) throws Doubt {
        var file = Names.RETURN + "return" + format.extension();
        var filed = recorded.bundle().file(file);
        var written = again().written(format);
        Doubt.unlessEqual(Reason.RETURN_DIFFERS, file, Sm3.of(written), Sm3.of(filed));
    }

    /** The two documents whose digests the ledger holds. */
    void documentsAreAsRecorded() throws Doubt {
        var entry = recorded.entry();
        Doubt.unlessEqual(
                Reason.RETURN_DIFFERS,
                JSON,
                entry.digest("content"),
                Sm3.of(recorded.bundle().file(JSON)));
        Doubt.unlessEqual(
                Reason.RETURN_DIFFERS,
                XML,
                entry.digest("document"),
                Sm3.of(recorded.bundle().file(XML)));
    }

    /** Which signatures there are stands in the entry, so none can be dropped, added or made anew. */
    void isSigned(GatewaySeals seals) throws Doubt {
        var entry = recorded.entry();
        var filedAt = entry.moment("filedAt");
        var document = recorded.bundle().file(XML);
        var own = new Sealed(
                Names.RETURN_SIGNATURE, recorded.bundle().file(Names.RETURN_SIGNATURE), Reason.RETURN_SIGNATURE);
        seals.ownDetached(own, document, filedAt);
        isRecorded(own, entry.text("signature"));
        var second = recorded.bundle().find(Names.SECOND_SIGNATURE);
        if (second.isEmpty()) {
            Doubt.unlessEqual(Reason.RETURN_SIGNATURE, Names.SECOND_SIGNATURE, entry.text("secondSignature"), "");
            return;
        }
        var other = new Sealed(Names.SECOND_SIGNATURE, second.get(), Reason.RETURN_SIGNATURE);
        seals.detached(other, document, filedAt);
        isRecorded(other, entry.text("secondSignature"));
    }

    private void isRecorded(Sealed sealed, String expected) throws Doubt {
        Doubt.unlessEqual(
                Reason.RETURN_SIGNATURE,
                sealed.file(),
                expected,
                Sm3.of(sealed.cms()).hex());
        recorded.tally().signature();
    }
}
