package org.jianxi.gateway.evidence;

import java.util.List;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Verifies a year's archive with nothing but itself and the trusted roots: its manifest, its signature, and every bundle in it. The
 * ministry's words lie in it as they came; whose they are is the ministry's certificate to say.
 */
public final class ArchiveVerifier {

    private final Enclosure.Believed believed;
    private final BundleVerifier bundles;

    public ArchiveVerifier(List<SigningCertificate> roots, List<RevocationList> revocations, Rereading.Maker maker) {
        this.believed = new Enclosure.Believed(roots, revocations);
        this.bundles = new BundleVerifier(roots, revocations, maker);
    }

    /** Whether it says that it is a year's archive; what it says is not believed by asking. */
    public static boolean isArchive(byte[] zip) {
        try {
            var bundle = new Bundle(Container.read(zip));
            var index = bundle.statement(Names.INDEX);
            return index.has("kind") && index.text("kind").equals(YearArchive.KIND);
        } catch (Doubt | RuntimeException notEvenReadable) {
            return false;
        }
    }

    public Verdict verify(byte[] zip) {
        var sum = new Sum();
        var failure = new Check("", () -> sum.add(zip)).run();
        return new Verdict(sum.signatures, sum.proofs, sum.cells, failure);
    }

    /** Adds up what the bundles were found right in. */
    private final class Sum {
        private int signatures;
        private int proofs;
        private int cells;

        void add(byte[] zip) throws Doubt {
            var bundle = Enclosure.open(zip, believed, Month::madeAt).bundle();
            signatures++;
            for (var file : bundle.startingWith(YearArchive.MONTHS)) {
                if (file.endsWith(YearArchive.BUNDLE)) {
                    add(file, bundles.verify(bundle.file(file)));
                }
            }
        }

        private void add(String file, Verdict verdict) throws Doubt {
            signatures += verdict.signatures();
            proofs += verdict.proofs();
            cells += verdict.cells();
            if (verdict.failure().isPresent()) {
                var inside = verdict.failure().get();
                throw new Doubt(
                        new Failure(inside.reason(), file + "!" + inside.file(), inside.expected(), inside.actual()));
            }
        }
    }
}
