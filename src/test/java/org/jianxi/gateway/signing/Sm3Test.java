package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jianxi.gateway.canonical.Digest;
import org.junit.jupiter.api.Test;

class Sm3Test {

    /** GB/T 32905 annex A.1. */
    private static final Digest ABC = new Digest("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

    @Test
    void theStandardsFirstExampleComesOut() {
        assertThat(Sm3.of("abc".getBytes(US_ASCII))).isEqualTo(ABC);
    }

    @Test
    void partsHashAsTheirWhole() {
        assertThat(Sm3.of("a".getBytes(US_ASCII), "".getBytes(US_ASCII), "bc".getBytes(US_ASCII)))
                .isEqualTo(ABC);
    }

    @Test
    void aStreamHashesAsItsBytes() throws IOException {
        var bytes = new byte[100_000];

        assertThat(Sm3.of(new ByteArrayInputStream(bytes))).isEqualTo(Sm3.of(bytes));
    }

    @Test
    void oneObjectStartsAnewAfterEachHash() {
        var sm3 = new Sm3();
        sm3.update("xabcx".getBytes(US_ASCII), 1, 3);

        assertThat(sm3.finish()).isEqualTo(ABC);
        assertThat(sm3.finish()).isEqualTo(Sm3.of());
    }
}
