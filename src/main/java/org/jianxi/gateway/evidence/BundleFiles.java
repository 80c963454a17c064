package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.evidence.BundleContents.Filed;
import org.jianxi.gateway.evidence.BundleContents.Grounds;
import org.jianxi.gateway.evidence.BundleContents.Leaf;
import org.jianxi.gateway.evidence.BundleContents.Recorded;
import org.jianxi.gateway.evidence.BundleContents.Submitted;

/** Lays a bundle's contents out as files: everything but the manifests and the signature over them. */
final class BundleFiles {

    private static final HexFormat HEX = HexFormat.of();

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private BundleFiles() {}

    static SortedMap<String, byte[]> of(BundleContents contents) {
        var laid = new BundleFiles();
        laid.filed(contents.filed());
        contents.submissions().forEach(one -> laid.submission(Names.submission(one.sender()), one));
        var checkpoint = contents.checkpoint();
        laid.files.put(Names.CHECKPOINT, checkpoint.signed().content());
        laid.files.put(Names.CHECKPOINT_SIGNATURE, checkpoint.signed().cms());
        checkpoint.timestamp().ifPresent(token -> laid.files.put(Names.TIMESTAMP, token));
        laid.grounds(contents.grounds());
        laid.files.put(Names.INDEX, JsonText.of(index(contents)));
        return laid.files;
    }

    private static Map<String, Object> index(BundleContents contents) {
        var filed = contents.filed();
        var index = new LinkedHashMap<String, Object>();
        index.put("bundle", 1);
        index.put("madeAt", contents.madeAt().toString());
        index.put("period", filed.period().toString());
        index.put("revision", filed.revision());
        index.put("form", filed.form());
        index.put("submissions", places(contents.submissions()));
        filed.corrected().ifPresent(corrected -> index.put("replaced", places(corrected.replaced())));
        var units = new ArrayList<Map<String, Object>>();
        for (var unit : contents.grounds().units().inOrder()) {
            var member = new LinkedHashMap<String, Object>();
            member.put("code", unit.sender().code());
            member.put("name", unit.name());
            units.add(member);
        }
        index.put("units", units);
        return index;
    }

    private static List<Map<String, Object>> places(List<Submitted> submissions) {
        var places = new ArrayList<Map<String, Object>>();
        for (var one : submissions) {
            var member = new LinkedHashMap<String, Object>();
            member.put("sender", one.sender().code());
            member.put("raw", raw(one));
            member.put("signed", one.signature().isPresent());
            places.add(member);
        }
        return places;
    }

    private static String raw(Submitted one) {
        return "raw." + one.type().extension();
    }

    private void filed(Filed filed) {
        filed.documents().forEach((name, content) -> files.put(Names.RETURN + name, content));
        var names = List.of(Names.RETURN_SIGNATURE, Names.SECOND_SIGNATURE);
        for (var at = 0; at < filed.signatures().size(); at++) {
            files.put(names.get(at), filed.signatures().get(at));
        }
        recorded(Names.RETURN, filed.recorded());
        filed.corrected().ifPresent(corrected -> {
            files.put(Names.CORRECTED + "return.xml", corrected.document());
            recorded(Names.CORRECTED, corrected.recorded());
            corrected.replaced().forEach(one -> submission(Names.replaced(one.sender()), one));
        });
    }

    private void submission(String folder, Submitted one) {
        files.put(folder + raw(one), one.raw());
        one.signature().ifPresent(signature -> files.put(folder + "signature.p7s", signature));
        files.put(folder + "canonical.json", one.canonical());
        files.put(folder + "receipt.json", one.receipt().content());
        files.put(folder + "receipt.p7s", one.receipt().cms());
        recorded(folder, one.recorded());
    }

    private void recorded(String folder, Recorded recorded) {
        files.put(folder + "entry.json", recorded.body());
        files.put(folder + "leaves.json", JsonText.of(Map.of("leaves", leaves(recorded.leaves()))));
        var inclusion = recorded.inclusion();
        var proof = new LinkedHashMap<String, Object>();
        proof.put("index", inclusion.index());
        proof.put("treeSize", inclusion.within().size());
        proof.put("path", inclusion.path().stream().map(HEX::formatHex).toList());
        recorded.since().ifPresent(since -> {
            proof.put("from", since.older().size());
            proof.put("consistency", since.path().stream().map(HEX::formatHex).toList());
        });
        files.put(folder + "proof.json", JsonText.of(proof));
    }

    static List<Map<String, Object>> leaves(List<Leaf> leaves) {
        var trees = new ArrayList<Map<String, Object>>();
        for (var leaf : leaves) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("path", leaf.path());
            leaf.opening()
                    .ifPresentOrElse(
                            opening -> {
                                tree.put("value", opening.value());
                                tree.put("salt", opening.salt());
                            },
                            () -> tree.put("hash", leaf.hash().hex()));
            trees.add(tree);
        }
        return trees;
    }

    private void grounds(Grounds grounds) {
        var versions = new ArrayList<Map<String, Object>>();
        grounds.versions().forEach((digest, version) -> {
            files.put(Names.version(digest), version.bytes());
            var member = new LinkedHashMap<String, Object>();
            member.put("digest", digest.hex());
            member.put("name", version.name());
            versions.add(member);
        });
        files.put(Names.VERSIONS, JsonText.of(Map.of("versions", versions)));
        for (var at = 0; at < grounds.gateway().size(); at++) {
            var pem = grounds.gateway().get(at).pem();
            files.put(Names.numbered(Names.GATEWAY, at + 1, "pem"), pem.getBytes(StandardCharsets.US_ASCII));
        }
        grounds.senders()
                .forEach((name, certificate) -> files.put(
                        Names.SENDERS + name + ".pem", certificate.pem().getBytes(StandardCharsets.US_ASCII)));
        for (var at = 0; at < grounds.revocations().size(); at++) {
            files.put(
                    Names.numbered(Names.REVOCATIONS, at + 1, "crl"),
                    grounds.revocations().get(at));
        }
    }
}
