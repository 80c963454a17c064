package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private final MerkleTree tree = MerkleTree.sm3();

    @Property(tries = 100)
    void itsRootIsTheTreesRootAtEverySize(@ForAll @IntRange(max = 300) int size) {
        var frontier = Frontier.empty(tree);
        var leaves = new ArrayList<byte[]>();
        for (var at = 0; at < size; at++) {
            var leaf = tree.leafHash(new byte[] {(byte) at, (byte) (at >> 8)});
            leaves.add(leaf);
            frontier = frontier.append(leaf);
        }

        assertThat(frontier.size()).isEqualTo(size);
        assertThat(frontier.root()).isEqualTo(tree.root(leaves));
        assertThat(frontier.toBytes()).hasSize(8 + 32 * Integer.bitCount(size));
    }

    @Property(tries = 50)
    void writtenAndReadAgainItGrowsOnAsBefore(@ForAll @IntRange(max = 300) int size) {
        var frontier = Frontier.empty(tree);
        for (var at = 0; at < size; at++) {
            frontier = frontier.append(tree.leafHash(new byte[] {(byte) at}));
        }
        var next = tree.leafHash(new byte[] {42});

        assertThat(Frontier.read(tree, frontier.toBytes()).append(next).root())
                .isEqualTo(frontier.append(next).root());
    }

    @Test
    void appendingLeavesTheOldOneAsItWas() {
        var one = Frontier.empty(tree).append(tree.leafHash(new byte[0]));
        var before = one.root();
        one.append(tree.leafHash(new byte[] {1}));

        assertThat(one.root()).isEqualTo(before);
        assertThat(one.size()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoFrontierAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.read(tree, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.read(tree, new byte[8 + 32]));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.read(tree, new byte[9]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frontier.read(tree, new byte[] {-1, 0, 0, 0, 0, 0, 0, 0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frontier.empty(tree).append(new byte[31]));
    }
}
