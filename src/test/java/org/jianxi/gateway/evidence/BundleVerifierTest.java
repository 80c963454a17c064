package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.flow.RereadingByMapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real month as its bundle, whole and with single bytes changed. */
class BundleVerifierTest {

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static byte[] bundle;

    @BeforeAll
    static void aMonthIsFiled() {
        month = FiledMonth.in(folder);
        bundle = month.bundle();
    }

    private static Verdict verify(byte[] zip) {
        return new BundleVerifier(List.of(month.root()), List.of(), new RereadingByMapping()).verify(zip);
    }

    @Test
    void theBundleOfAFiledMonthIsGenuine() {
        assertThat(verify(bundle)).isEqualTo(new Verdict(13, 24, 112, Optional.empty()));
    }

    @Test
    void anyByteOfAnyFileThatChangesIsNoticedAndTheFileNamed() throws Doubt {
        for (var file : Container.read(bundle).entrySet()) {
            for (var offset : offsets(file.getValue().length)) {
                var changed = bundle.clone();
                changed[placeOf(file.getKey()) + offset] ^= 0x01;

                var failure = verify(changed).failure().orElseThrow();

                assertThat(failure.file()).as(file.getKey() + " at " + offset).isEqualTo(file.getKey());
                assertThat(failure.reason()).isEqualTo(Reason.CONTAINER_DIFFERS);
            }
        }
    }

    @Test
    void anyByteOfTheContainerThatChangesIsNoticed() {
        for (var at = 0; at < bundle.length; at += 1_999) {
            var changed = bundle.clone();
            changed[at] ^= 0x20;

            assertThat(verify(changed).isGenuine()).as("byte " + at).isFalse();
        }
    }

    @Test
    void aBundleThatIsCutOffIsRefusedAndNothingThrown() {
        for (var length = 0; length < bundle.length; length += 4_999) {
            assertThat(verify(Arrays.copyOf(bundle, length)).isGenuine())
                    .as("cut at " + length)
                    .isFalse();
        }
    }

    @Test
    void sizesAndNamesThatLieAreRefused() {
        for (var field = 0; field < 46; field++) {
            var lying = bundle.clone();
            lying[field] = (byte) 0xff;

            assertThat(verify(lying).isGenuine()).as("byte " + field).isFalse();
        }
        var escaping = new String(bundle, StandardCharsets.ISO_8859_1)
                .replace("submissions/530100/raw.json", "submissions/../..//raw.json")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(verify(escaping).failure().orElseThrow().reason()).isEqualTo(Reason.CONTAINER_DIFFERS);
    }

    @Test
    void theBundleOfACorrectionIsGenuineDownToWhatItCorrects() {
        var corrected = FiledMonth.in(folder.resolve("corrected"));
        corrected.correct();

        var verdict = new BundleVerifier(List.of(corrected.root()), List.of(), new RereadingByMapping())
                .verify(corrected.bundle());

        assertThat(verdict).isEqualTo(new Verdict(16, 32, 140, Optional.empty()));
    }

    private static List<Integer> offsets(int length) {
        return List.of(0, length / 3, length / 2, length - 1);
    }

    /** Where a file's content begins inside the container. */
    private static int placeOf(String name) throws Doubt {
        var at = 0;
        for (var file : Container.read(bundle).entrySet()) {
            at += Container.local(file.getKey(), file.getValue()).length;
            if (file.getKey().equals(name)) {
                return at;
            }
            at += file.getValue().length;
        }
        throw new IllegalArgumentException(name);
    }
}
