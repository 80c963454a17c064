package org.jianxi.gateway.commitment;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.SaltedLeaf;

/** One record, opened, and the way from it to what was filed. It shows that record's content and nothing of any other. */
public record RecordProof(RecordCommitment commitment, SaltedLeaf leaf, InclusionProof inclusion) {

    /** As it is handed out; {@code RecordProofVerifier} reads the same. */
    public Map<String, Object> tree() {
        var opened = new LinkedHashMap<String, Object>();
        opened.put("path", leaf.path());
        opened.put("value", leaf.value());
        opened.put("salt", leaf.salt());
        var proof = new LinkedHashMap<String, Object>();
        proof.put("index", inclusion.index());
        proof.put("treeSize", inclusion.within().size());
        proof.put(
                "path", inclusion.path().stream().map(HexFormat.of()::formatHex).toList());
        var tree = new LinkedHashMap<String, Object>();
        tree.put("recordProof", 1);
        tree.put("commitment", commitment.statement());
        tree.put("leaf", opened);
        tree.put("inclusion", proof);
        return tree;
    }
}
