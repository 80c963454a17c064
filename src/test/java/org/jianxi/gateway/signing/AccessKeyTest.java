package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AccessKeyTest {

    private final AccessKey key = AccessKey.newKey(new SecureRandom());

    @Test
    void onlyTheKeyItselfOpensItsHash() {
        assertThat(AccessKey.opens(key.secret(), key.hash())).isTrue();
        assertThat(AccessKey.opens(key.secret() + " ", key.hash())).isFalse();
        assertThat(AccessKey.opens("", key.hash())).isFalse();
        assertThat(AccessKey.opens(AccessKey.newKey(new SecureRandom()).secret(), key.hash()))
                .isFalse();
    }

    @Test
    void itCarries256BitsThatFitIntoAHeader() {
        assertThat(key.secret()).matches("jx_[A-Za-z0-9_-]{43}");
    }

    @Test
    void whatIsStoredIsItsSm3() {
        assertThat(key.hash()).isEqualTo(Sm3.of(key.secret().getBytes(US_ASCII)));
    }

    @Test
    void printingItDoesNotShowIt() {
        assertThat(key.toString()).doesNotContain(key.secret().substring(3));
    }
}
