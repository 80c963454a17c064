package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private final MerkleTree tree = MerkleTree.sm3();

    /** RFC 9162 §2.1.1 written out by hand for three entries. */
    @Test
    void threeEntriesHangTogetherAsTheStandardDrawsThem() {
        var a = Sm3.hash(new byte[] {0}, bytes("a"));
        var b = Sm3.hash(new byte[] {0}, bytes("b"));
        var c = Sm3.hash(new byte[] {0}, bytes("c"));
        var ab = Sm3.hash(new byte[] {1}, a, b);

        assertThat(tree.root(List.of(tree.leafHash(bytes("a")), tree.leafHash(bytes("b")), tree.leafHash(bytes("c")))))
                .isEqualTo(Sm3.hash(new byte[] {1}, ab, c));
    }

    /** RFC 6962's known root of no entries, SHA-256. */
    @Test
    void aTreeWithoutEntriesHasTheHashOfNothing() {
        assertThat(new MerkleTree(HashFunction.SHA_256).root(List.of()))
                .isEqualTo(HexFormat.of().parseHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Property(tries = 200)
    void everyEntryIsShownAndNoOtherInItsPlace(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int drawn) {
        var leaves = leaves(size);
        var index = drawn % size;
        var proof = tree.inclusion(index, size, tree.over(leaves));
        var root = tree.root(leaves);

        assertThat(tree.shows(proof, leaves.get(index), root)).isTrue();
        for (var other = 0; other < size; other++) {
            var elsewhere = new InclusionProof(other, size, proof.path());
            assertThat(tree.shows(elsewhere, leaves.get(index), root)).isEqualTo(other == index);
            assertThat(tree.shows(proof, leaves.get(other), root)).isEqualTo(other == index);
        }
    }

    @Property(tries = 200)
    void everyOlderTreeIsTheBeginningOfTheNewer(
            @ForAll @IntRange(min = 1, max = 70) int newer, @ForAll @IntRange(max = 69) int drawn) {
        var older = 1 + drawn % newer;
        var leaves = leaves(newer);
        var proof = tree.consistency(older, newer, tree.over(leaves));
        var olderRoot = tree.root(leaves.subList(0, older));

        assertThat(tree.shows(proof, olderRoot, tree.root(leaves))).isTrue();
        assertThat(tree.shows(proof, tree.emptyRoot(), tree.root(leaves))).isFalse();
    }

    @Property(tries = 200)
    void aRewrittenEntryBreaksTheProofOfWhoeverHoldsTheOlderHead(
            @ForAll @IntRange(min = 1, max = 70) int newer, @ForAll @IntRange(max = 69) int drawn) {
        var older = 1 + drawn % newer;
        var leaves = leaves(newer);
        var kept = tree.root(leaves.subList(0, older));
        leaves.set(drawn % older, tree.leafHash(bytes("rewritten")));
        var proof = tree.consistency(older, newer, tree.over(leaves));

        assertThat(tree.shows(proof, kept, tree.root(leaves))).isFalse();
    }

    @Property(tries = 300)
    void oneBitChangedAnywhereInAProofAndItShowsNothing(
            @ForAll @IntRange(min = 2, max = 70) int size, @ForAll int drawn) {
        var leaves = leaves(size);
        var index = Math.floorMod(drawn, size);
        var proof = tree.inclusion(index, size, tree.over(leaves));
        var path = new ArrayList<>(proof.path());
        var at = Math.floorMod(drawn, path.size());
        var changed = path.get(at).clone();
        changed[Math.floorMod(drawn, 32)] ^= (byte) (1 << Math.floorMod(drawn, 8));
        path.set(at, changed);

        assertThat(tree.shows(new InclusionProof(index, size, path), leaves.get(index), tree.root(leaves)))
                .isFalse();
    }

    @Test
    void noProofIsMadeForAnEntryThatIsNotThere() {
        var nodes = tree.over(leaves(3));

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3, nodes));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 3, nodes));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, 3, nodes));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(4, 3, nodes));
    }

    private List<byte[]> leaves(int size) {
        var leaves = new ArrayList<byte[]>();
        IntStream.range(0, size).forEach(at -> leaves.add(tree.leafHash(bytes("entry " + at))));
        return leaves;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
