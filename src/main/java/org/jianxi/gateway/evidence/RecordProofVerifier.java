package org.jianxi.gateway.evidence;

import java.util.List;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Sm3;

/**
 * Verifies that one opened record was among those a unit's figures were counted from, against the commitment that was filed with the
 * figures. Never throws for what is in the proof.
 *
 * @param filed the commitment as it was filed, from another hand than the proof
 */
public record RecordProofVerifier(Digest filed) {

    private static final MerkleTree TREE = MerkleTree.sm3();

    /** Whether a document says of itself that it is such a proof. */
    public static boolean reads(byte[] json) {
        try {
            return Statement.read("", json).has("recordProof");
        } catch (Doubt | RuntimeException other) {
            return false;
        }
    }

    /** @param file what messages call the document */
    public Verdict verify(String file, byte[] json) {
        var tally = new Tally();
        return new Check(file, () -> verify(Statement.read(file, json), tally))
                .run()
                .map(tally::refused)
                .orElseGet(tally::genuine);
    }

    private void verify(Statement proof, Tally tally) throws Doubt {
        Doubt.unlessEqual(Reason.UNREADABLE, proof.file(), 1L, proof.number("recordProof"));
        var commitment = proof.object("commitment");
        Doubt.unlessEqual(Reason.DIGEST_DIFFERS, proof.file(), filed, digest(commitment));
        var root = commitment.digest("root");
        var leaf = RecordedEvidence.opened(proof.object("leaf"))
                .orElseThrow(() -> new Doubt(Reason.UNREADABLE, proof.file(), "an opened record", "a hidden one"));
        var way = proof.object("inclusion");
        Doubt.unlessEqual(Reason.LEAVES_DIFFER, proof.file(), commitment.number("records"), way.number("treeSize"));
        var inclusion = new InclusionProof(way.number("index"), way.number("treeSize"), way.hashes("path"));
        if (!TREE.shows(inclusion, leaf.hash(), root.bytes())) {
            throw new Doubt(Reason.LEAVES_DIFFER, proof.file(), root, "another root for " + leaf.path());
        }
        tally.proof();
    }

    /** As {@code RecordCommitment} makes it. */
    private static Digest digest(Statement commitment) throws Doubt {
        var statement = new TreeMap<String, Object>();
        for (var name : List.of("sender", "period", "form", "definitions", "root")) {
            statement.put(name, commitment.text(name));
        }
        statement.put("records", commitment.number("records"));
        return Sm3.of(CanonicalBytes.of(statement));
    }
}
