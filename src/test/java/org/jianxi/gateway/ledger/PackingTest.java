package org.jianxi.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What was received is kept byte for byte, packed or not. */
class PackingTest {

    private static final int LARGE = 100_000;

    @Property(tries = 50)
    void whatIsPackedComesBackByteForByte(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int letters) {
        var bytes = new byte[LARGE];
        var random = new Random(seed);
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) random.nextInt(letters);
        }

        Packing.pack(bytes).ifPresent(packed -> {
            assertThat(packed.length).isLessThan(bytes.length);
            assertThat(Packing.unpack(packed)).isEqualTo(bytes);
        });
    }

    @Test
    void recordsBecomeATenth() {
        var records = "{\"startOn\":\"2023-01-10\",\"status\":\"IN_POST\"},"
                .repeat(2_000)
                .getBytes(UTF_8);

        assertThat(Packing.pack(records))
                .hasValueSatisfying(packed -> assertThat(packed.length).isLessThan(records.length / 10));
    }

    @Test
    void whatIsSmallOrPackedAlreadyStaysAsItIs() {
        var workbook = new byte[LARGE];
        new Random(1).nextBytes(workbook);

        assertThat(Packing.pack(workbook)).isEmpty();
        assertThat(Packing.pack("[]".repeat(1_000).getBytes(UTF_8))).isEmpty();
    }
}
