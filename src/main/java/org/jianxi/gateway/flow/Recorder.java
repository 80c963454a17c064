package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.flow.people.PeopleKeeping;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.ledger.Arrival;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.Ledger.Acceptance;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.Said;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.SigningCertificate;

/** Writes what was decided, all in the caller's transaction: body, submission, leaves, entry, receipt, audit row, notice. */
public final class Recorder {

    private final Ledger ledger;
    private final Chronicle chronicle;
    private final Judgements judgements;
    private final VersionShelf versions;
    private final PeopleKeeping people;
    private final SecureRandom random;

    public Recorder(
            Ledger ledger,
            Chronicle chronicle,
            Judgements judgements,
            VersionShelf versions,
            PeopleKeeping people,
            SecureRandom random) {
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.judgements = judgements;
        this.versions = versions;
        this.people = people;
        this.random = random;
    }

    /**
     * One delivery with its verdict, about to be written.
     *
     * @param id that its submission will have
     */
    public record Case(String id, Delivery delivery, Digest digest, Examined examined, Instant decidedAt) {}

    void lock(ReturnKey key) {
        ledger.submissions().lock(key);
    }

    /** The original outcome when these very bytes are the revision in force. */
    Optional<Outcome> currentIfSame(ReturnKey key, Digest digest) {
        return ledger.submissions()
                .current(key)
                .filter(current -> current.arrival().digest().equals(digest))
                .map(this::original);
    }

    /** What was answered to this idempotency key before: the original with the same bytes, a conflict with others, also with others still in work. */
    Optional<Outcome> byKey(SourceId source, String idempotencyKey, Digest digest) {
        return ledger.submissions()
                .findByKey(source, idempotencyKey)
                .map(before -> before.arrival().digest().equals(digest)
                        ? original(before)
                        : keyReused(before.id(), before.arrival(), digest))
                .or(() -> ledger.waiting()
                        .findOpenByKey(source, idempotencyKey)
                        .filter(before -> !before.arrival().digest().equals(digest))
                        .map(before -> keyReused(before.id(), before.arrival(), digest)));
    }

    Outcome record(Case one) {
        return one.examined()
                .acceptedBatch()
                .map(batch -> accept(one, batch))
                .or(() -> one.examined().accepted().map(content -> accept(one, content)))
                .orElseGet(() -> refuse(one));
    }

    void keepUndecided(Delivery delivery, Digest digest, Instant at) {
        var submission = judgements.undecided(newId(), arrival(delivery, digest, Optional.empty()), delivery, at);
        ledger.keep(submission, delivery.content(), List.of());
    }

    private Outcome accept(Case one, MonthlyReturn content) {
        var key = new ReturnKey(content.sender(), one.delivery().dataset(), content.period());
        var numbered = content.withRevision(nextRevision(key));
        var submission = judgements.accepted(one.id(), arrival(one), one, numbered);
        return accept(one, submission, leaves(numbered, judgements.formOf(content)));
    }

    /** The records first: what is signed is the root over them. */
    private Outcome accept(Case one, BatchRead batch) {
        var key = one.examined().reading().key(one.delivery()).orElseThrow();
        var manifest =
                people.keep(one.id(), batch, nextRevision(key), one.delivery().receivedAt());
        return accept(one, judgements.accepted(one.id(), arrival(one), one, manifest), manifest.leaves(random));
    }

    private Outcome accept(Case one, StoredSubmission submission, SaltedLeaves leaves) {
        var receipt =
                ledger.accept(new Acceptance(submission, one.delivery().content(), leaves, rested(submission, one)));
        chronicle.decided(one, submission);
        return new Outcome.Accepted(submission.id(), receipt, one.examined().findings(), false);
    }

    private int nextRevision(ReturnKey key) {
        return ledger.submissions().current(key).map(StoredSubmission::revision).orElse(0) + 1;
    }

    /** What the verdict rested on: the files it names, and the certificate a signature was verified with. */
    private List<KeptFile> rested(StoredSubmission submission, Case one) {
        var certificate =
                one.examined().signer().map(signer -> new KeptFile(signer.fingerprint(), "certificate", signer.der()));
        return Stream.concat(versions.of(submission.decision().versions()).stream(), certificate.stream())
                .toList();
    }

    private Outcome refuse(Case one) {
        var submission = judgements.rejected(one.id(), arrival(one), one);
        ledger.keep(submission, one.delivery().content(), rested(submission, one));
        chronicle.decided(one, submission);
        var refusal = one.examined().refusal().orElseThrow();
        return new Outcome.Returned(submission.id(), refusal, one.examined().findings());
    }

    private Outcome original(StoredSubmission submission) {
        var receipt = ledger.receipts().find(submission.id()).orElseThrow();
        return new Outcome.Accepted(submission.id(), receipt, judgements.findingsOf(submission), true);
    }

    private static Outcome keyReused(String id, Arrival before, Digest digest) {
        var rule = FlowRule.IDEMPOTENCY_KEY;
        var message = new Bilingual(
                "幂等键已用于内容不同的报送：原摘要 " + before.digest() + "，本次 " + digest,
                "the idempotency key was used with other bytes: digest then " + before.digest() + ", now " + digest);
        return new Outcome.Returned(
                id,
                Outcome.Refusal.KEY_REUSED,
                List.of(Finding.error(rule, Place.WHOLE, message)
                        .locked(Lock.of(
                                Lock.Kind.IDEMPOTENCY_KEY,
                                Map.of(
                                        "submission",
                                        id,
                                        "usedAt",
                                        before.receivedAt().toString())))));
    }

    private SaltedLeaves leaves(MonthlyReturn content, ReturnForm form) {
        var values = new LinkedHashMap<String, String>();
        values.put("/form", content.form());
        values.put("/period", content.period().toString());
        values.put("/sender", content.sender().code());
        values.put("/revision", Integer.toString(content.revision()));
        for (var indicator : form.indicators()) {
            var amount = content.figures().of(indicator.number());
            values.put("/indicators/" + indicator.number(), indicator.unit().printExact(amount));
        }
        return SaltedLeaves.salting(values, random);
    }

    private static Arrival arrival(Case one) {
        return arrival(one.delivery(), one.digest(), one.examined().signer().map(SigningCertificate::fingerprint));
    }

    static Arrival arrival(Delivery delivery, Digest digest, Optional<Digest> signer) {
        return new Arrival(
                delivery.source(),
                delivery.door(),
                delivery.mediaType(),
                delivery.fileName(),
                delivery.receivedAt(),
                digest,
                delivery.content().length,
                delivery.signature(),
                signer,
                delivery.idempotencyKey(),
                Optional.of(Said.of(delivery.senders(), delivery.period())));
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
