package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.evidence.BundleContents;
import org.jianxi.gateway.evidence.BundleWriter;
import org.jianxi.gateway.evidence.CellProof;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.signing.EnclosedCertificates;

/** Hands out what an auditor takes home: the bundle of a filed return. Everything in it is read, nothing is written but a checkpoint. */
public final class EvidenceDesk {

    private final Ledger ledger;
    private final FiledReturns filedReturns;
    private final Provincial provincial;
    private final Archive archive;
    private final Clock clock;

    public EvidenceDesk(Ledger ledger, FiledReturns filedReturns, Provincial provincial, Archive archive, Clock clock) {
        this.ledger = ledger;
        this.filedReturns = filedReturns;
        this.provincial = provincial;
        this.archive = archive;
        this.clock = clock;
    }

    /** The bundle of one filing of this month, of the last where none is named; empty where there is no such filing. */
    public Optional<byte[]> bundle(Period period, Optional<Integer> revision) {
        var writer = new BundleWriter(archive.keys().signer());
        return filing(period, revision).map(filed -> writer.write(contents(filed)));
    }

    /** One figure of that return with all that shows it and nothing else; empty where none was filed or it has no such figure. */
    public Optional<CellProof> cell(Period period, int indicator, Optional<Integer> revision) {
        return filing(period, revision).flatMap(filed -> {
            var checkpoint = checkpoint(filed, clock.instant());
            var recorded = new RecordedEntries(ledger, checkpoint.treeSize());
            var path = "/indicators/" + indicator;
            var parts = provincial.asFiled(filed).figures().contributions().stream()
                    .flatMap(one ->
                            recorded.open(entry(Ledger.SUBMISSION, one.origin().submissionId()), path).stream())
                    .toList();
            return recorded.open(entry(FilingDesk.PROVINCIAL_RETURN, filed.messageId()), path)
                    .map(province -> new CellProof(
                            period,
                            indicator,
                            province,
                            parts,
                            new SignedReceipt(checkpoint.content(), checkpoint.cms()),
                            EnclosedCertificates.in(checkpoint.cms())));
        });
    }

    private Optional<Filed> filing(Period period, Optional<Integer> revision) {
        return revision.isPresent() ? filedReturns.find(period, revision.get()) : filedReturns.latest(period);
    }

    private BundleContents contents(Filed filed) {
        var now = clock.instant();
        var checkpoint = checkpoint(filed, now);
        var recorded = new RecordedEntries(ledger, checkpoint.treeSize());
        var view = provincial.asFiled(filed);
        var submissions = view.figures().contributions().stream()
                .map(one -> submitted(one, recorded))
                .toList();
        var signed = archive.checkpoint(checkpoint);
        var laid = filed(filed, view, recorded);
        var everything = new ArrayList<>(submissions);
        laid.corrected().ifPresent(corrected -> everything.addAll(corrected.replaced()));
        return new BundleContents(
                now, laid, submissions, signed, archive.grounds(view.form(), filed, everything, signed));
    }

    private BundleContents.Filed filed(Filed filed, ProvincialView view, RecordedEntries recorded) {
        var entry = entry(FilingDesk.PROVINCIAL_RETURN, filed.messageId());
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("return.json", filed.content());
        documents.put("return.xml", filed.document());
        documents.put(
                "return.xlsx",
                new ReturnDocuments(view.form(), archive.units()).write(ReturnFormat.XLSX, view.toFile()));
        filed.correction().ifPresent(correction -> documents.put("difference.json", correction.difference()));
        return new BundleContents.Filed(
                filed.period(),
                filed.revision(),
                view.form().id(),
                new LinkedHashMap<>(documents),
                Stream.concat(Stream.of(filed.signature()), filed.secondSignature().stream())
                        .toList(),
                recorded.of(entry, Optional.empty()),
                filed.correction().map(correction -> corrected(filed.period(), correction, view, recorded)));
    }

    /** The return that a correction names, and the submissions that counted in it and no longer do. */
    private BundleContents.Corrected corrected(
            Period period, FiledReturns.Correction correction, ProvincialView view, RecordedEntries recorded) {
        var before = filedReturns.all(period).stream()
                .filter(one -> one.messageId().equals(correction.corrects()))
                .findFirst()
                .orElseThrow();
        var counts = view.figures().contributions().stream()
                .map(one -> one.origin().submissionId())
                .toList();
        var replaced = provincial.asFiled(before).figures().contributions().stream()
                .filter(one -> !counts.contains(one.origin().submissionId()))
                .map(one -> submitted(one, recorded))
                .toList();
        var entry = entry(FilingDesk.PROVINCIAL_RETURN, before.messageId());
        return new BundleContents.Corrected(before.document(), recorded.of(entry, Optional.empty()), replaced);
    }

    private BundleContents.Submitted submitted(Contribution contribution, RecordedEntries recorded) {
        var id = contribution.origin().submissionId();
        var submission = ledger.submissions().find(id).orElseThrow();
        var arrival = submission.arrival();
        var entry = entry(Ledger.SUBMISSION, id);
        return new BundleContents.Submitted(
                contribution.sender(),
                arrival.mediaType(),
                ledger.submissions().content(arrival.digest()).orElseThrow(),
                arrival.senderSignature(),
                submission.decision().canonical().orElseThrow(),
                ledger.receipts().find(id).orElseThrow(),
                recorded.of(entry, Optional.of(entry.treeSize())));
    }

    /** A timestamped checkpoint that covers the filing, where there is one; otherwise the newest. */
    private Checkpoint checkpoint(Filed filed, Instant now) {
        var size = entry(FilingDesk.PROVINCIAL_RETURN, filed.messageId()).treeSize();
        return archive.timestamps()
                .latest()
                .filter(stamped -> stamped.treeSize() >= size)
                .flatMap(stamped -> ledger.checkpoints().at(stamped.treeSize()))
                .or(() -> ledger.checkpoints().upToDate(now))
                .orElseThrow();
    }

    private LedgerEntry entry(String kind, String subject) {
        return ledger.log()
                .find(kind, subject)
                .orElseThrow(() -> new IllegalStateException("The ledger has no " + kind + " " + subject));
    }
}
