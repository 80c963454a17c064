package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /** HMAC (RFC 2104) written out over the plain hash, whose own vectors are tested elsewhere. */
    @Test
    void itIsHmacOverSm3() {
        var key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var message = "abc".getBytes(StandardCharsets.US_ASCII);
        var inner = Sm3.of(padded(key, 0x36), message).bytes();

        assertThat(HexFormat.of().formatHex(new KeyedHash(key).of(message)))
                .isEqualTo(Sm3.of(padded(key, 0x5C), inner).hex());
    }

    @Test
    void oneObjectHashesManyMessages() {
        var hash = new KeyedHash(new byte[32]);
        var first = hash.of(new byte[] {1});

        assertThat(hash.of(new byte[] {2})).isNotEqualTo(first);
        assertThat(hash.of(new byte[] {1})).isEqualTo(first);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new KeyedHash(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] padded(byte[] key, int with) {
        var block = new byte[64];
        for (var at = 0; at < block.length; at++) {
            block[at] = (byte) ((at < key.length ? key[at] : 0) ^ with);
        }
        return block;
    }
}
