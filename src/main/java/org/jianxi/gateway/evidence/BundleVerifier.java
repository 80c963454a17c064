package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Verifies a bundle with nothing but itself and the trusted roots: every signature, receipt and proof in it, and every figure of the
 * return, read and added up once more by the code that did it first.
 *
 * <p>Nothing that comes in a bundle makes this throw. The answer is the first failure in the order of {@link Reason}.
 */
public final class BundleVerifier {

    /** No bundle is larger. */
    public static final int MOST_BYTES = ContainerReader.MOST_BYTES;

    private final Enclosure.Believed believed;
    private final Rereading.Maker maker;

    /** @param revocations known to whoever verifies, beside those that lie in the bundle */
    public BundleVerifier(List<SigningCertificate> roots, List<RevocationList> revocations, Rereading.Maker maker) {
        this.believed = new Enclosure.Believed(roots, revocations);
        this.maker = maker;
    }

    public Verdict verify(byte[] zip) {
        return verify(() -> new Bundle(Container.read(zip)));
    }

    /** The same of a container that was read already. */
    Verdict verify(Bundle bundle) {
        return verify(() -> bundle);
    }

    /** What is verified, once it can be read. */
    private interface Reading {
        Bundle bundle() throws Doubt;
    }

    private Verdict verify(Reading reading) {
        var tally = new Tally();
        var opened = new ArrayList<Check>();
        var outside = new Check("", () -> opened.addAll(checks(opened(reading.bundle(), tally), tally)));
        return outside.run().or(() -> Check.first(opened)).map(tally::refused).orElseGet(tally::genuine);
    }

    private record Opened(Bundle bundle, Month month, GatewaySeals seals) {}

    private Opened opened(Bundle bundle, Tally tally) throws Doubt {
        var enclosure = Enclosure.open(bundle, believed, Month::madeAt);
        tally.signature();
        return new Opened(enclosure.bundle(), Month.of(enclosure.bundle(), maker), enclosure.seals());
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
