package org.jianxi.gateway.evidence;

import java.util.ArrayList;
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

    /** What says that it is a year's archive is verified as one; anything else is verified as a bundle. */
    public Verdict verify(byte[] zip) {
        var read = new ArrayList<Bundle>();
        var unreadable = new Check("", () -> read.add(new Bundle(Container.read(zip)))).run();
        if (unreadable.isPresent()) {
            return new Verdict(0, 0, 0, unreadable);
        }
        var bundle = read.getFirst();
        return isArchive(bundle) ? verify(bundle) : bundles.verify(bundle);
    }

    /** What it says is not believed by asking. */
    private static boolean isArchive(Bundle bundle) {
        try {
            var index = bundle.statement(Names.INDEX);
            return index.has("kind") && index.text("kind").equals(YearArchive.KIND);
        } catch (Doubt | RuntimeException notEvenReadable) {
            return false;
        }
    }

    private Verdict verify(Bundle archive) {
        var sum = new Sum();
        var failure = new Check("", () -> sum.add(archive)).run();
        return new Verdict(sum.signatures, sum.proofs, sum.cells, failure);
    }

    /** Adds up what the bundles were found right in. */
    private final class Sum {
        private int signatures;
        private int proofs;
        private int cells;

        void add(Bundle archive) throws Doubt {
            var bundle = Enclosure.open(archive, believed, Month::madeAt).bundle();
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
