package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaltedLeavesTest {

    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    @Test
    void aLeafIsTheHashOfZeroAndItsCanonicalBytes() {
        var leaf = new SaltedLeaf("/indicators/8", "410", SALT);
        var written = "{\"path\":\"/indicators/8\",\"salt\":\"" + SALT + "\",\"value\":\"410\"}";

        assertThat(new String(leaf.content(), UTF_8)).isEqualTo(written);
        assertThat(leaf.hash()).isEqualTo(Sm3.hash(new byte[] {0}, written.getBytes(UTF_8)));
    }

    @Test
    void oneFigureIsShownWithoutTheOthers() {
        var submission = salted();
        var tree = MerkleTree.sm3();
        var root = submission.root().bytes();
        var shown = submission.leaves().get(1);
        var proof = submission.proof(1);

        assertThat(shown.value()).isEqualTo("233");
        assertThat(tree.shows(proof, shown.hash(), root)).isTrue();
        assertThat(tree.shows(proof, new SaltedLeaf(shown.path(), "234", shown.salt()).hash(), root))
                .isFalse();
    }

    @Test
    void theLeavesKeepTheOrderTheyWereGivenIn() {
        assertThat(salted().leaves())
                .extracting(SaltedLeaf::path)
                .containsExactly("/indicators/8", "/indicators/9", "/indicators/14");
    }

    @Test
    void theSameFiguresTwiceHaveOtherSaltsAndAnotherRoot() {
        assertThat(salted().root()).isNotEqualTo(salted().root());
    }

    @Test
    void whatIsWrittenDownGivesTheSameRootAgain() {
        var submission = salted();

        assertThat(new SaltedLeaves(List.copyOf(submission.leaves())).root()).isEqualTo(submission.root());
    }

    @Test
    void twoLeavesInOnePlaceAreRefused() {
        var leaf = new SaltedLeaf("/indicators/8", "410", SALT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SaltedLeaves(List.of(leaf, new SaltedLeaf("/indicators/8", "411", SALT))));
    }

    private static SaltedLeaves salted() {
        var values = new LinkedHashMap<String, String>();
        values.put("/indicators/8", "410");
        values.put("/indicators/9", "233");
        values.put("/indicators/14", "1873.50");
        return SaltedLeaves.salting(values, new SecureRandom());
    }
}
