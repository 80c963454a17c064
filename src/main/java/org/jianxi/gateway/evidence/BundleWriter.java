package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.jianxi.gateway.signing.Signer;

/** Writes a bundle: its files, the manifest of their digests, and our signature over that. */
public final class BundleWriter {

    private final Signer signer;

    public BundleWriter(Signer signer) {
        this.signer = signer;
    }

    /** One ZIP in the layout of ASiC-E. The same contents give the same bytes, but for the signature over the manifest. */
    public byte[] write(BundleContents contents) {
        return Container.write(sealed(BundleFiles.of(contents)));
    }

    SequencedMap<String, byte[]> sealed(SortedMap<String, byte[]> files) {
        var covered = covered(files);
        var manifest = AsicManifest.write(covered);
        var all = new LinkedHashMap<String, byte[]>();
        covered.forEach((name, content) -> {
            all.put(name, content);
            if (name.equals(Names.FILES)) {
                all.put(Names.MANIFEST, manifest);
                all.put(Names.MANIFEST_SIGNATURE, signer.signDetached(manifest));
            }
        });
        return all;
    }

    /** What the manifest speaks of: {@code mimetype} first, as ASiC asks for, and the list of files. */
    private static SequencedMap<String, byte[]> covered(SortedMap<String, byte[]> files) {
        var covered = new LinkedHashMap<String, byte[]>();
        covered.put(Names.MIMETYPE, AsicManifest.TYPE.getBytes(StandardCharsets.US_ASCII));
        covered.put(Names.FILES, AsicManifest.list(files.keySet()));
        covered.putAll(files);
        return covered;
    }
}
