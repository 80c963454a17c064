package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.filing.SupplementaryReturn.Arrived;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.signing.Sm3;

/** One sender's folder: from the bytes as received through reading, recording and receipt to what was added up. */
record SubmissionEvidence(Month month, Month.Entry place, RecordedEvidence recorded) {

    /** What stands in one of the two and not in the other. */
    private static final List<String> RECEIPT_ONLY =
            List.of("receipt", "entryHash", "position", "treeSize", "treeHead", "previous", "consistency");

    private static final List<String> ENTRY_ONLY = List.of(
            "entry",
            "subject",
            "recordedAt",
            "definition",
            "mapping",
            "rules",
            "calendarFiles",
            "canonical",
            "record",
            "retention");

    static SubmissionEvidence of(Bundle bundle, Month month, Month.Entry place, Tally tally) {
        return new SubmissionEvidence(month, place, new RecordedEvidence(bundle, place.folder(), tally));
    }

    String file(String name) {
        return recorded.file(name);
    }

    private byte[] bytes(String name) throws Doubt {
        return recorded.bundle().file(file(name));
    }

    private Statement receipt() throws Doubt {
        return recorded.bundle().statement(file("receipt.json"));
    }

    void receiptIsSigned(GatewaySeals seals) throws Doubt {
        var sealed = new Sealed(file("receipt.p7s"), bytes("receipt.p7s"), Reason.RECEIPT_SIGNATURE);
        var signed = seals.own(sealed, receipt().moment("decidedAt"));
        Doubt.unlessEqual(Reason.RECEIPT_DIFFERS, file("receipt.json"), Sm3.of(signed), Sm3.of(bytes("receipt.json")));
        recorded.tally().signature();
    }

    void receiptIsOfTheEntry() throws Doubt {
        var exceptions = new ArrayList<>(RECEIPT_ONLY);
        exceptions.addAll(ENTRY_ONLY);
        var receipt = receipt();
        recorded.entry().sameAs(receipt, Reason.RECEIPT_DIFFERS, exceptions);
        Doubt.unlessEqual(Reason.RECEIPT_DIFFERS, receipt.file(), recorded.hash(), receipt.digest("entryHash"));
        Doubt.unlessEqual(Reason.RECEIPT_DIFFERS, receipt.file(), recorded.position(), receipt.number("position"));
    }

    /** The entry speaks of this sender's accepted return of this month. */
    void entryBelongsHere() throws Doubt {
        var entry = recorded.entry();
        same(entry, "entry", "submission");
        same(entry, "verdict", "accepted");
        same(entry, "sender", place.sender().code());
        same(entry, "period", month.period().toString());
    }

    private static void same(Statement entry, String member, String expected) throws Doubt {
        Doubt.unlessEqual(
                Reason.ENTRY_DIFFERS, entry.file(), member + " " + expected, member + " " + entry.text(member));
    }

    void rawIsAsReceived() throws Doubt {
        var raw = bytes(place.raw());
        Doubt.unlessEqual(
                Reason.RAW_DIFFERS, file(place.raw()), recorded.entry().digest("digest"), Sm3.of(raw));
        Doubt.unlessEqual(
                Reason.RAW_DIFFERS, file(place.raw()), recorded.entry().number("size"), (long) raw.length);
    }

    void canonicalIsAsRecorded() throws Doubt {
        var file = file("canonical.json");
        var entry = recorded.entry();
        Doubt.unlessEqual(Reason.CANONICAL_DIFFERS, file, entry.digest("canonical"), Sm3.of(bytes("canonical.json")));
        var content = content();
        var said = "%s %s %d".formatted(content.sender(), content.period(), content.revision());
        var recordedAs = "%s %s %d".formatted(entry.text("sender"), entry.text("period"), entry.number("revision"));
        Doubt.unlessEqual(Reason.CANONICAL_DIFFERS, file, recordedAs, said);
    }

    /** Whether the sender signed stands in the entry, so a signature can be neither dropped nor added. */
    void senderSigned(GatewaySeals seals) throws Doubt {
        var entry = recorded.entry();
        var file = file("signature.p7s");
        var signature = recorded.bundle().find(file);
        var digest = signature.map(bytes -> Sm3.of(bytes).hex()).orElse("");
        Doubt.unlessEqual(Reason.SENDER_SIGNATURE, file, entry.text("signature"), digest);
        Doubt.unlessEqual(Reason.SENDER_SIGNATURE, file, place.signed(), signature.isPresent());
        if (signature.isPresent()) {
            var held = signer(entry.digest("signer"));
            seals.counted(held, entry.moment("receivedAt"));
            new Sealed(file, signature.get(), Reason.SENDER_SIGNATURE)
                    .genuine(held.verifier()
                            .checkDetached(signature.get(), bytes(place.raw()), entry.moment("receivedAt")));
            recorded.tally().signature();
        }
    }

    /** The certificate that was registered for this sender then, by its fingerprint in the entry. */
    private Held signer(Digest fingerprint) throws Doubt {
        var file = Names.SENDERS + fingerprint + ".pem";
        var held = Held.read(file, recorded.bundle().file(file));
        Doubt.unlessEqual(
                Reason.SENDER_SIGNATURE, file, fingerprint, held.certificate().fingerprint());
        return held;
    }

    void leavesAreTheFigures() throws Doubt {
        var expected = leavesOf(content());
        var actual = recorded.leaves();
        for (var leaf : actual.entrySet()) {
            var said = expected.getOrDefault(leaf.getKey(), "-");
            Doubt.unlessEqual(
                    Reason.LEAVES_DIFFER,
                    file("leaves.json"),
                    leaf.getKey() + " " + said,
                    leaf.getKey() + " " + leaf.getValue());
        }
    }

    private Map<String, String> leavesOf(MonthlyReturn content) throws Doubt {
        var values = new TreeMap<String, String>();
        values.put("/form", content.form());
        values.put("/period", content.period().toString());
        values.put("/sender", content.sender().code());
        values.put("/revision", Integer.toString(content.revision()));
        for (var indicator : reader().form().indicators()) {
            var amount = content.figures().of(indicator.number());
            values.put("/indicators/" + indicator.number(), indicator.unit().printExact(amount));
        }
        return values;
    }

    /** Reads the bytes again: every figure must come out as it was recorded. */
    void readsTheSameAgain() throws Doubt {
        var content = content();
        var mapping = month.version(recorded.entry().text("mapping"));
        var file = file(place.raw());
        var type = MediaType.ofFileName(place.raw())
                .orElseThrow(() -> new Doubt(Reason.UNREADABLE, file, "json, xml, csv or xlsx", place.raw()));
        var paper = new Rereading.Paper(bytes(place.raw()), type, place.sender(), month.period(), mapping);
        switch (reader().own().read(paper)) {
            case Mapped.Unreadable unreadable ->
                throw new Doubt(Reason.MAPPING_DIFFERS, file, "readable", unreadable.findings());
            case Mapped.Read read -> same(content, read.draft());
        }
    }

    private void same(MonthlyReturn content, Draft draft) throws Doubt {
        for (var figure : content.figures().amounts().entrySet()) {
            var number = figure.getKey();
            Doubt.unlessEqual(
                    Reason.MAPPING_DIFFERS,
                    file(place.raw()),
                    "%d: %d".formatted(number, figure.getValue()),
                    number + ": "
                            + draft.figures().find(number).map(String::valueOf).orElse("-"));
        }
        Doubt.unlessEqual(Reason.MAPPING_DIFFERS, file(place.raw()), content.explanations(), draft.explanations());
        recorded.tally().cells(content.figures().amounts().size());
    }

    /** The deadline and whether it was kept, by the calendar of then. */
    void wasLateOrInTime() throws Doubt {
        var entry = recorded.entry();
        var calendar = month.calendar(entry.digest("calendarFiles"));
        var deadlines = calendar.deadlinesOf(month.period());
        var late = deadlines.isLate(entry.moment("receivedAt"));
        var again = "%s %s late: %s".formatted(calendar.version(), deadlines.unitDay(), late);
        var said = "%s %s late: %s"
                .formatted(
                        entry.text("calendar"),
                        entry.text("deadline"),
                        arrived().late());
        Doubt.unlessEqual(Reason.DEADLINE_DIFFERS, entry.file(), again, said);
    }

    /** Nothing was changed or dropped from this receipt to the checkpoint, nor from the sender's receipt before it. */
    void historyHolds(Head head) throws Doubt {
        var receipt = receipt();
        var proof = recorded.proof();
        head.continues(Head.Older.read(receipt), proof.hashes("consistency"), proof.file());
        recorded.tally().proof();
        if (receipt.has("previous")) {
            var then = new Head(
                    receipt.number("treeSize"), receipt.digest("treeHead").bytes(), receipt.moment("decidedAt"));
            then.continues(Head.Older.read(receipt.object("previous")), receipt.hashes("consistency"), receipt.file());
            recorded.tally().proof();
        }
    }

    /** When it came and whether that was late, as judged then. */
    Arrived arrived() throws Doubt {
        var entry = recorded.entry();
        return new Arrived(entry.moment("receivedAt"), entry.tree().path("late").asBoolean(false));
    }

    String id() throws Doubt {
        return recorded.entry().text("submission");
    }

    Contribution contribution() throws Doubt {
        var entry = recorded.entry();
        var origin = new Origin(
                entry.text("submission"), entry.digest("digest"), Optional.of(recorded.position()), Map.of());
        return new Contribution(content(), origin);
    }

    private Month.Reader reader() throws Doubt {
        return month.reader(recorded.entry().digest("definition"));
    }

    private MonthlyReturn content() throws Doubt {
        return Month.content(reader(), file("canonical.json"), bytes("canonical.json"));
    }
}
