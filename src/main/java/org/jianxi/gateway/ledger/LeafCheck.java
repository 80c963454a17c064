package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.LEAF_CHANGED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.MerkleTree;

/** The leaves of one subject against the root that was signed. An erased leaf must have been erased by an entry. */
public final class LeafCheck {

    private final Leaves leaves;
    private final Erasures erasures;

    public LeafCheck(Leaves leaves, Erasures erasures) {
        this.leaves = leaves;
        this.erasures = erasures;
    }

    /** @param stated the entry's {@code root} and {@code retention} */
    public Optional<Breach> check(String subject, StatedFacts stated) {
        var kept = leaves.kept(subject);
        return kept.stream()
                .map(leaf -> altered(subject, leaf))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> erased(subject, kept))
                .or(() -> retention(subject, kept, stated.text("retention")))
                .or(() -> root(subject, kept, stated.text("root")));
    }

    private static Optional<Breach> altered(String subject, KeptLeaf leaf) {
        return leaf.open()
                .map(open -> Digest.of(open.hash()))
                .filter(made -> !made.equals(leaf.hash()))
                .map(made -> new Breach(
                        "leaf",
                        subject + " " + leaf.path(),
                        LEAF_CHANGED,
                        leaf.hash().hex(),
                        made.hex()));
    }

    private Optional<Breach> erased(String subject, List<KeptLeaf> kept) {
        var gone = kept.stream().filter(leaf -> leaf.open().isEmpty()).toList();
        Set<Integer> known = gone.isEmpty() ? Set.of() : erasures.of(subject);
        return gone.stream()
                .filter(leaf -> !known.contains(leaf.number()))
                .map(leaf -> new Breach(
                        "leaf", subject + " " + leaf.path(), LEAF_CHANGED, "a value, or an erasure entry", "neither"))
                .findFirst();
    }

    private static Optional<Breach> retention(String subject, List<KeptLeaf> kept, String stated) {
        var now = Retention.of(kept);
        return now.equals(stated)
                ? Optional.empty()
                : Optional.of(new Breach("leaf", subject + " personal_until", LEAF_CHANGED, stated, now));
    }

    private static Optional<Breach> root(String subject, List<KeptLeaf> kept, String root) {
        var made = MerkleTree.sm3()
                .root(kept.stream().map(leaf -> leaf.hash().bytes()).toList());
        return new Digest(root).matches(made)
                ? Optional.empty()
                : Optional.of(new Breach(
                        "leaf",
                        subject + ", " + kept.size() + " leaves",
                        LEAF_CHANGED,
                        root,
                        Digest.of(made).hex()));
    }
}
