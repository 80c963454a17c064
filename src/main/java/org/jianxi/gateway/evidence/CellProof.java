package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * One figure of a filed return, opened: the senders' figures it is the sum of, each shown to be in the signed ledger, and no other
 * figure with them.
 *
 * @param province the figure itself, in the entry of the return
 * @param parts the figure of every sender that is in the return
 * @param certificates those that the checkpoint can be verified with
 */
public record CellProof(
        Period period,
        int indicator,
        Opened province,
        List<Opened> parts,
        SignedReceipt checkpoint,
        List<SigningCertificate> certificates) {

    private static final HexFormat HEX = HexFormat.of();

    public CellProof {
        parts = List.copyOf(parts);
        certificates = List.copyOf(certificates);
    }

    /**
     * One leaf and the way from it to the checkpoint.
     *
     * @param entry the body of the ledger entry that holds the leaf's root
     * @param inLedger from the entry to the tree head
     * @param inEntry from the leaf to the root
     */
    public record Opened(byte[] entry, InclusionProof inLedger, SaltedLeaf leaf, InclusionProof inEntry) {

        Map<String, Object> tree() {
            var opened = new LinkedHashMap<String, Object>();
            opened.put("path", leaf.path());
            opened.put("value", leaf.value());
            opened.put("salt", leaf.salt());
            var tree = new LinkedHashMap<String, Object>();
            tree.put("leaf", opened);
            tree.put("inEntry", proof(inEntry));
            tree.put("entry", new String(entry, StandardCharsets.UTF_8));
            tree.put("inLedger", proof(inLedger));
            return tree;
        }

        private static Map<String, Object> proof(InclusionProof proof) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("index", proof.index());
            tree.put("treeSize", proof.within().size());
            tree.put("path", proof.path().stream().map(HEX::formatHex).toList());
            return tree;
        }
    }

    /** As it is handed out; {@link CellVerifier} reads the same. */
    public Map<String, Object> tree() {
        var signed = new LinkedHashMap<String, Object>();
        signed.put("content", new String(checkpoint.content(), StandardCharsets.UTF_8));
        signed.put("cms", Base64.getEncoder().encodeToString(checkpoint.cms()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("cell", 1);
        tree.put("period", period.toString());
        tree.put("indicator", indicator);
        tree.put("value", province.leaf().value());
        tree.put("province", province.tree());
        tree.put("parts", parts.stream().map(Opened::tree).toList());
        tree.put("checkpoint", signed);
        tree.put(
                "certificates",
                certificates.stream().map(SigningCertificate::pem).toList());
        return tree;
    }
}
