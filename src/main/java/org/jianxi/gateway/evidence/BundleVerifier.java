package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Trust;

/**
 * Verifies a bundle with nothing but itself and the trusted roots: every signature, receipt and proof in it, and every figure of the
 * return, read and added up once more by the code that did it first.
 *
 * <p>Nothing that comes in a bundle makes this throw. The answer is the first failure in the order of {@link Reason}.
 */
public final class BundleVerifier {

    /** No bundle is larger. */
    public static final int MOST_BYTES = ContainerReader.MOST_BYTES;

    private final List<SigningCertificate> roots;
    private final List<RevocationList> revocations;
    private final Rereading.Maker maker;

    /** @param revocations known to whoever verifies, beside those that lie in the bundle */
    public BundleVerifier(List<SigningCertificate> roots, List<RevocationList> revocations, Rereading.Maker maker) {
        this.roots = List.copyOf(roots);
        this.revocations = List.copyOf(revocations);
        this.maker = maker;
    }

    public Verdict verify(byte[] zip) {
        var tally = new Tally();
        var opened = new ArrayList<Check>();
        var outside = new Check("", () -> opened.addAll(checks(opened(zip, tally), tally)));
        return outside.run().or(() -> Check.first(opened)).map(tally::refused).orElseGet(tally::genuine);
    }

    private record Opened(Bundle bundle, Month month, GatewaySeals seals) {}

    /** Container, manifest and certificates: what everything else is read from and held against. */
    private Opened opened(byte[] zip, Tally tally) throws Doubt {
        var bundle = new Bundle(Container.read(zip));
        var manifest = new ManifestEvidence(bundle);
        manifest.isABundle();
        manifest.digestsHold(name -> name.startsWith(Names.CERTIFICATES));
        var seals = GatewaySeals.of(trust(bundle), held(bundle));
        manifest.isSigned(seals, Month.madeAt(bundle));
        manifest.digestsHold(name -> true);
        tally.signature();
        return new Opened(bundle, Month.of(bundle, maker), seals);
    }

    private Trust trust(Bundle bundle) throws Doubt {
        var between = new ArrayList<SigningCertificate>();
        for (var file : bundle.startingWith(Names.AUTHORITIES)) {
            between.add(Held.read(file, bundle.file(file)).certificate());
        }
        var lists = new ArrayList<>(revocations);
        for (var file : bundle.startingWith(Names.REVOCATIONS)) {
            lists.add(list(file, bundle.file(file)));
        }
        try {
            return Trust.of(roots, between, lists);
        } catch (KeyProblem foreign) {
            throw new Doubt(
                    Reason.CERTIFICATE_NOT_TRUSTED,
                    Names.REVOCATIONS,
                    "a list that a known authority signed",
                    String.valueOf(foreign.getMessage()));
        }
    }

    private static RevocationList list(String file, byte[] content) throws Doubt {
        try {
            return RevocationList.parse(content);
        } catch (KeyProblem unreadable) {
            throw new Doubt(Reason.UNREADABLE, file, "a revocation list", String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<Held> held(Bundle bundle) throws Doubt {
        var held = new ArrayList<Held>();
        for (var file : bundle.startingWith(Names.GATEWAY)) {
            held.add(Held.read(file, bundle.file(file)));
        }
        return held;
    }

    private static List<Check> checks(Opened opened, Tally tally) throws Doubt {
        var checkpoint = new CheckpointEvidence(opened.bundle());
        var head = checkpoint.head(opened.seals());
        tally.signature();
        var submissions = new ArrayList<SubmissionEvidence>();
        for (var entry : opened.month().entries()) {
            submissions.add(SubmissionEvidence.of(opened.bundle(), opened.month(), entry, tally));
        }
        var filed = new ReturnEvidence(
                opened.month(), submissions, new RecordedEvidence(opened.bundle(), Names.RETURN, tally));
        var steps = new Steps(submissions, filed).inOrder(head, opened.seals());
        steps.add(new Check(Names.TIMESTAMP, () -> checkpoint.isStamped(opened.seals(), head)));
        return steps;
    }

    /** The steps that do not depend on one another, in the order of their failures. */
    private record Steps(List<SubmissionEvidence> submissions, ReturnEvidence filed) {

        List<Check> inOrder(Head head, GatewaySeals seals) {
            var checks = new ArrayList<Check>();
            each(checks, one -> () -> one.receiptIsSigned(seals));
            each(checks, one -> one::receiptIsOfTheEntry);
            each(checks, one -> one::entryBelongsHere);
            checks.add(of(Names.RETURN, filed::entryBelongsHere));
            each(checks, one -> one::rawIsAsReceived);
            each(checks, one -> one::canonicalIsAsRecorded);
            each(checks, one -> one::senderSigned);
            each(checks, one -> () -> one.recorded().included(head));
            checks.add(of(Names.RETURN, () -> filed.recorded().included(head)));
            each(checks, one -> one::leavesAreTheFigures);
            checks.add(of(Names.RETURN, filed::leavesAreTheTotals));
            each(checks, one -> one::readsTheSameAgain);
            checks.add(of(Names.RETURN, filed::addsUpAgain));
            checks.add(of(Names.RETURN, filed::documentsAreAsRecorded));
            for (var format : List.of(ReturnFormat.JSON, ReturnFormat.XML, ReturnFormat.XLSX)) {
                checks.add(of(Names.RETURN, () -> filed.isWrittenTheSame(format)));
            }
            checks.add(of(Names.RETURN, () -> filed.isSigned(seals)));
            each(checks, one -> () -> one.historyHolds(head));
            return checks;
        }

        private void each(List<Check> checks, Function<SubmissionEvidence, Check.Step> step) {
            submissions.forEach(one -> checks.add(of(one.file(""), step.apply(one))));
        }

        private static Check of(String file, Check.Step step) {
            return new Check(file, step);
        }
    }
}
