package org.jianxi.gateway.commitment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.SaltedLeaf;

/**
 * Makes the tree over the records behind one sender's month. In memory it keeps the leaves' hashes: some 50 bytes for each record.
 *
 * @param definitions SM3 of the file of definitions
 */
public record Committing(Sender sender, Period period, String form, Digest definitions, Secret secret) {

    private static final MerkleTree TREE = MerkleTree.sm3();

    /**
     * @param folder of the record files that {@code derived} was counted from
     * @param wanted the record to be opened, as {@code /placements/1}: the dataset and the record's number, the line less one
     */
    public Committed of(Path folder, Datasets datasets, RestedOn rested, Derived derived, Optional<String> wanted) {
        var walk = new Walk(wanted);
        new CountedRecords(folder, datasets, rested, derived).each(walk::take);
        var root = Digest.of(TREE.root(walk.hashes));
        var commitment = new RecordCommitment(sender, period, form, definitions, walk.hashes.size(), root);
        return new Committed(
                commitment,
                walk.found.map(found -> new RecordProof(
                        commitment,
                        found.leaf(),
                        TREE.inclusion(found.index(), walk.hashes.size(), TREE.over(walk.hashes)))));
    }

    /** @param proof of the record that was wanted; empty where none was, or no figure rests on it */
    public record Committed(RecordCommitment commitment, Optional<RecordProof> proof) {}

    private record Found(SaltedLeaf leaf, long index) {}

    private final class Walk {

        private final Optional<String> wanted;
        private final List<byte[]> hashes = new ArrayList<>();
        private Optional<Found> found = Optional.empty();

        Walk(Optional<String> wanted) {
            this.wanted = wanted;
        }

        void take(CanonicalRecord record, List<Integer> figures) {
            var path = "/%s/%d".formatted(record.dataset(), record.number());
            var leaf = secret.leaf(sender + "/" + period, path, value(record, figures));
            if (wanted.filter(path::equals).isPresent()) {
                found = Optional.of(new Found(leaf, hashes.size()));
            }
            hashes.add(leaf.hash());
        }
    }

    private static String value(CanonicalRecord record, List<Integer> figures) {
        var fields = new TreeMap<String, Object>();
        record.values()
                .forEach((name, value) -> fields.put(
                        name, value instanceof FieldValue.Whole whole ? (Object) whole.number() : value.written()));
        return CanonicalBytes.text(Map.of("figures", figures, "record", fields));
    }
}
