package org.jianxi.gateway.flow;

import java.time.Clock;
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
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
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

    /** The bundle of the return that was filed last for this month; empty where none was filed. */
    public Optional<byte[]> bundle(Period period) {
        return filedReturns.latest(period).map(filed -> new BundleWriter(archive.signer()).write(contents(filed)));
    }

    /** One figure of that return with all that shows it and nothing else; empty where none was filed or it has no such figure. */
    public Optional<CellProof> cell(Period period, int indicator) {
        return filedReturns.latest(period).flatMap(filed -> {
            var checkpoint = ledger.checkpoints().upToDate(clock.instant()).orElseThrow();
            var recorded = new RecordedEntries(ledger, checkpoint.treeSize());
            var path = "/indicators/" + indicator;
            var parts = provincial.of(period).figures().contributions().stream()
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

    private BundleContents contents(Filed filed) {
        var now = clock.instant();
        var checkpoint = ledger.checkpoints().upToDate(now).orElseThrow();
        var recorded = new RecordedEntries(ledger, checkpoint.treeSize());
        var view = provincial.of(filed.period());
        var submissions = view.figures().contributions().stream()
                .map(one -> submitted(one, recorded))
                .toList();
        var signed = archive.checkpoint(checkpoint);
        return new BundleContents(
                now,
                filed(filed, view, recorded),
                submissions,
                signed,
                archive.grounds(view.form(), filed, submissions, signed));
    }

    private BundleContents.Filed filed(Filed filed, ProvincialView view, RecordedEntries recorded) {
        var entry = entry(FilingDesk.PROVINCIAL_RETURN, filed.messageId());
        var again = new ProvincialReturn(view.revision(), view.figures(), ProvincialReturn.FilledIn.BLANK);
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("return.json", filed.content());
        documents.put("return.xml", filed.document());
        documents.put("return.xlsx", new ReturnDocuments(view.form(), archive.units()).write(ReturnFormat.XLSX, again));
        return new BundleContents.Filed(
                filed.period(),
                filed.revision(),
                view.form().id(),
                new LinkedHashMap<>(documents),
                Stream.concat(Stream.of(filed.signature()), filed.secondSignature().stream())
                        .toList(),
                recorded.of(entry, Optional.empty()));
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

    private LedgerEntry entry(String kind, String subject) {
        return ledger.log()
                .find(kind, subject)
                .orElseThrow(() -> new IllegalStateException("The ledger has no " + kind + " " + subject));
    }
}
