package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.node.ObjectNode;

/**
 * An office with its own key and its own database that changes a figure after the fact and then makes everything anew: canonical form,
 * leaves, entry, tree, receipts, proofs and the signed tree head. What it cannot make anew lies with the senders.
 */
final class LyingGateway {

    private static final MerkleTree TREE = MerkleTree.sm3();
    private static final HexFormat HEX = HexFormat.of();

    private final Tampered bundle;
    private final Signer signer;
    private final List<byte[]> hashes;

    LyingGateway(Tampered bundle, Signer signer) {
        this.bundle = bundle;
        this.signer = signer;
        var size = bundle.json(Names.CHECKPOINT).path("treeSize").longValue();
        this.hashes = new ArrayList<>(LongStream.range(0, size)
                .mapToObj(at -> TREE.leafHash(("other entry " + at).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** Adds to one figure of one sender; the return itself is left as it is. */
    LyingGateway changing(String sender, int indicator, int more) {
        var folder = "submissions/" + sender + "/";
        bundle.withJson(folder + "canonical.json", canonical -> {
            var figures = (ObjectNode) canonical.path("indicators");
            var name = Integer.toString(indicator);
            figures.put(name, figures.path(name).longValue() + more);
        });
        var leaves = new ArrayList<byte[]>();
        bundle.withJson(folder + "leaves.json", json -> {
            for (var leaf : json.path("leaves")) {
                if (leaf.path("path").stringValue().equals("/indicators/" + indicator)) {
                    var value = Long.parseLong(leaf.path("value").stringValue());
                    ((ObjectNode) leaf).put("value", Long.toString(value + more));
                }
                leaves.add(new SaltedLeaf(
                                leaf.path("path").stringValue(),
                                leaf.path("value").stringValue(),
                                leaf.path("salt").stringValue())
                        .hash());
            }
        });
        bundle.withJson(
                folder + "entry.json",
                entry -> entry.put("root", HEX.formatHex(TREE.root(leaves)))
                        .put(
                                "canonical",
                                Sm3.of(bundle.files.get(folder + "canonical.json"))
                                        .hex()));
        return this;
    }

    /** Says that a sender that was in time was late. */
    LyingGateway callingLate(String sender) {
        for (var file : List.of("entry.json", "receipt.json")) {
            bundle.withJson("submissions/" + sender + "/" + file, statement -> statement.put("late", true));
        }
        return this;
    }

    Tampered bundle() {
        var folders = bundle.files.sequencedKeySet().stream()
                .filter(name -> name.endsWith("/entry.json"))
                .map(name -> name.substring(0, name.length() - "entry.json".length()))
                .toList();
        folders.forEach(folder -> hashes.set(position(folder), TREE.leafHash(bundle.files.get(folder + "entry.json"))));
        folders.forEach(this::provenAnew);
        bundle.withJson(Names.CHECKPOINT, checkpoint -> checkpoint.put("treeHead", head(hashes.size())));
        return bundle.with(Names.CHECKPOINT_SIGNATURE, signer.sign(bundle.files.get(Names.CHECKPOINT)));
    }

    private int position(String folder) {
        return bundle.json(folder + "proof.json").path("index").intValue();
    }

    private String head(int size) {
        return HEX.formatHex(TREE.root(hashes.subList(0, size)));
    }

    private void provenAnew(String folder) {
        var at = position(folder);
        var nodes = TREE.over(hashes);
        bundle.withJson(folder + "proof.json", proof -> {
            put(proof, "path", TREE.inclusion(at, hashes.size(), nodes).path());
            if (proof.has("from")) {
                put(
                        proof,
                        "consistency",
                        TREE.consistency(at + 1L, hashes.size(), nodes).path());
            }
        });
        if (bundle.files.containsKey(folder + "receipt.json")) {
            bundle.withJson(folder + "receipt.json", receipt -> {
                receipt.put(
                        "root", bundle.json(folder + "entry.json").path("root").stringValue());
                receipt.put("entryHash", HEX.formatHex(hashes.get(at)));
                receipt.put("treeHead", head(at + 1));
                if (receipt.has("previous")) {
                    var previous = (ObjectNode) receipt.path("previous");
                    var size = previous.path("treeSize").intValue();
                    previous.put("treeHead", head(size));
                    put(
                            receipt,
                            "consistency",
                            TREE.consistency(size, at + 1L, nodes).path());
                }
            });
            bundle.with(folder + "receipt.p7s", signer.sign(bundle.files.get(folder + "receipt.json")));
        }
    }

    private static void put(ObjectNode json, String member, List<byte[]> path) {
        var array = json.putArray(member);
        path.forEach(hash -> array.add(HEX.formatHex(hash)));
    }
}
