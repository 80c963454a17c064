package org.jianxi.gateway.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.SaltedLeaf;

/** One folder of a bundle that stands for a ledger entry: {@code entry.json proof.json leaves.json}. */
record RecordedEvidence(Bundle bundle, String folder, Tally tally) {

    private static final MerkleTree TREE = MerkleTree.sm3();

    String file(String name) {
        return folder + name;
    }

    byte[] body() throws Doubt {
        return bundle.file(file("entry.json"));
    }

    Statement entry() throws Doubt {
        return bundle.statement(file("entry.json"));
    }

    Statement proof() throws Doubt {
        return bundle.statement(file("proof.json"));
    }

    Digest hash() throws Doubt {
        return Digest.of(TREE.leafHash(body()));
    }

    /** Where it says to stand; the proof of inclusion shows that it does. */
    long position() throws Doubt {
        return proof().number("index");
    }

    void included(Head head) throws Doubt {
        head.holds(body(), proof());
        tally.proof();
    }

    /** What the leaves say, by path, once their tree is the one recorded. Erased ones are only hashes and say nothing. */
    Map<String, String> leaves() throws Doubt {
        var hashes = new ArrayList<byte[]>();
        var values = new LinkedHashMap<String, String>();
        for (var leaf : bundle.statement(file("leaves.json")).objects("leaves")) {
            var opened = opened(leaf);
            hashes.add(
                    opened.isPresent()
                            ? opened.get().hash()
                            : leaf.digest("hash").bytes());
            if (opened.isPresent()
                    && values.put(opened.get().path(), opened.get().value()) != null) {
                throw new Doubt(Reason.LEAVES_DIFFER, leaf.file(), opened.get().path() + " once", "twice");
            }
        }
        var root = Digest.of(TREE.root(hashes));
        Doubt.unlessEqual(Reason.LEAVES_DIFFER, file("leaves.json"), entry().digest("root"), root);
        tally.proof();
        return values;
    }

    static Optional<SaltedLeaf> opened(Statement leaf) throws Doubt {
        if (!leaf.has("salt")) {
            return Optional.empty();
        }
        var salt = leaf.text("salt");
        if (!salt.matches("[0-9a-f]{32}")) {
            throw new Doubt(Reason.UNREADABLE, leaf.file(), "a salt of 32 hexadecimal digits", salt);
        }
        return Optional.of(new SaltedLeaf(leaf.text("path"), leaf.text("value"), salt));
    }
}
