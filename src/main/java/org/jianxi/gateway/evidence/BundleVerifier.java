package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
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
        var known = Stream.concat(roots.stream(), between.stream()).toList();
        var lists = new ArrayList<>(revocations);
        for (var file : bundle.startingWith(Names.REVOCATIONS)) {
            var list = list(file, bundle.file(file));
            if (isOf(list, known, file)) {
                lists.add(list);
            }
        }
        return Trust.of(roots, between, lists);
    }

    /** Lists of authorities that are not known here say nothing; one in the name of a known authority must be its own. */
    private static boolean isOf(RevocationList list, List<SigningCertificate> known, String file) throws Doubt {
        var named = known.stream()
                .filter(one -> one.subject().equals(list.issuer()))
                .toList();
        if (!named.isEmpty() && named.stream().noneMatch(list::isSignedBy)) {
            throw new Doubt(Reason.CERTIFICATE_NOT_TRUSTED, file, "signed by " + list.issuer(), "it is not");
        }
        return !named.isEmpty();
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
        var submissions = evidence(opened, opened.month().entries(), tally);
        var replaced = evidence(opened, opened.month().replaced(), tally);
        var recorded = new RecordedEvidence(opened.bundle(), Names.RETURN, tally);
        var filed = new ReturnEvidence(opened.month(), submissions, recorded);
        var steps =
                new Steps(Stream.concat(submissions.stream(), replaced.stream()).toList(), filed);
        var checks = new ArrayList<>(
                filed.isCorrection()
                        ? steps.inOrder(
                                head,
                                opened.seals(),
                                new CorrectionEvidence(opened.month(), submissions, replaced, recorded))
                        : steps.inOrder(head, opened.seals()));
        checks.add(new Check(Names.TIMESTAMP, () -> checkpoint.isStamped(opened.seals(), head, tally)));
        return checks;
    }

    private static List<SubmissionEvidence> evidence(Opened opened, List<Month.Entry> entries, Tally tally) {
        return entries.stream()
                .map(entry -> SubmissionEvidence.of(opened.bundle(), opened.month(), entry, tally))
                .toList();
    }
}
