package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.Sm3;

/** That the files are exactly those the signed manifest names, each with its digest, in the one order. */
record ManifestEvidence(Bundle bundle) {

    private static final List<String> FIRST =
            List.of(Names.MIMETYPE, Names.FILES, Names.MANIFEST, Names.MANIFEST_SIGNATURE);

    /** An ASiC-E container in our layout, whoever made it. */
    void isABundle() throws Doubt {
        var type = new String(bundle.find(Names.MIMETYPE).orElse(new byte[0]), StandardCharsets.US_ASCII);
        if (!type.equals(AsicManifest.TYPE)) {
            throw new Doubt(Reason.NOT_A_BUNDLE, Names.MIMETYPE, AsicManifest.TYPE, type.replaceAll("[^ -~]", "?"));
        }
        for (var name : FIRST) {
            bundle.file(name);
        }
        var rest = new TreeSet<>(bundle.files().keySet());
        FIRST.forEach(rest::remove);
        var order = new ArrayList<>(FIRST);
        order.addAll(rest);
        var actual = List.copyOf(bundle.files().keySet());
        for (var at = 0; at < order.size(); at++) {
            Doubt.unlessEqual(Reason.CONTAINER_DIFFERS, actual.get(at), order.get(at), actual.get(at));
        }
    }

    /** The digests of those files that the predicate picks. */
    void digestsHold(Predicate<String> picked) throws Doubt {
        var named = AsicManifest.read(bundle.file(Names.MANIFEST));
        for (var one : named.entrySet()) {
            if (picked.test(one.getKey())) {
                digestHolds(one.getKey(), one.getValue());
            }
        }
        for (var name : bundle.covered().keySet()) {
            if (!named.containsKey(name)) {
                throw new Doubt(Reason.FILE_EXTRA, name, "-", name);
            }
        }
    }

    private void digestHolds(String name, Digest expected) throws Doubt {
        Doubt.unlessEqual(Reason.DIGEST_DIFFERS, name, expected, Sm3.of(bundle.file(name)));
    }

    void isSigned(GatewaySeals seals, Instant at) throws Doubt {
        var signature = bundle.file(Names.MANIFEST_SIGNATURE);
        var sealed = new Sealed(Names.MANIFEST_SIGNATURE, signature, Reason.MANIFEST_SIGNATURE);
        seals.ownDetached(sealed, bundle.file(Names.MANIFEST), at);
    }
}
