package org.jianxi.gateway.evidence;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;

/** A tree head that the gateway signed, and what can be shown to lie under it. */
record Head(long size, byte[] root, Instant signedAt) {

    private static final MerkleTree TREE = MerkleTree.sm3();
    private static final HexFormat HEX = HexFormat.of();

    static Head read(Statement checkpoint) throws Doubt {
        Doubt.unlessEqual(Reason.UNREADABLE, checkpoint.file(), 1L, checkpoint.number("checkpoint"));
        return new Head(
                checkpoint.number("treeSize"), checkpoint.digest("treeHead").bytes(), checkpoint.moment("signedAt"));
    }

    /** That this very body is an entry of the ledger, at the place the proof says. */
    void holds(byte[] body, Statement proof) throws Doubt {
        Doubt.unlessEqual(Reason.INCLUSION_PROOF, proof.file(), size, proof.number("treeSize"));
        var inclusion = new InclusionProof(proof.number("index"), size, proof.hashes("path"));
        if (!TREE.shows(inclusion, TREE.leafHash(body), root)) {
            throw new Doubt(Reason.INCLUSION_PROOF, proof.file(), HEX.formatHex(root), "another tree head");
        }
    }

    /** That the ledger under this head begins with the one under an older head. */
    void continues(Older older, List<byte[]> path, String file) throws Doubt {
        var proof = new ConsistencyProof(older.size(), size, path);
        if (!TREE.shows(proof, older.root(), root)) {
            throw new Doubt(
                    Reason.CONSISTENCY_PROOF,
                    file,
                    "%s at %d begins with %s at %d"
                            .formatted(HEX.formatHex(root), size, HEX.formatHex(older.root()), older.size()),
                    "it does not");
        }
    }

    /** A tree as some receipt knew it. */
    record Older(long size, byte[] root) {

        static Older read(Statement receipt) throws Doubt {
            return new Older(
                    receipt.number("treeSize"), receipt.digest("treeHead").bytes());
        }
    }
}
