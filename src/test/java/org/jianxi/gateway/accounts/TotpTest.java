package org.jianxi.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the table of RFC 6238, appendix B, of whose eight digits the last six are ours. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Totp totp = new Totp();

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theTableOfTheStandardIsKept(long second, String code) {
        assertThat(totp.step(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @Test
    void aClockMayBeOneStepOffAndNotTwo() {
        var atStep1 = "287082";
        assertThat(step(atStep1, 89, 0)).hasValue(1);
        assertThat(step(atStep1, 0, 0)).hasValue(1);
        assertThat(step(atStep1, 90, 0)).isEmpty();
        assertThat(step("050471", 1111111111L - 31, 0)).hasValue(1111111111L / 30);
        assertThat(step("050471", 1111111111L - 90, 0)).isEmpty();
    }

    @Test
    void aStepThatWasUsedAndWhatCameBeforeItOpenNothing() {
        assertThat(step("287082", 59, 1)).isEmpty();
        assertThat(step("287082", 59, 2)).isEmpty();
        assertThat(step("287082", 59, 0)).hasValue(1);
    }

    @Test
    void whatIsNoCodeOpensNothing() {
        assertThat(step("", 59, 0)).isEmpty();
        assertThat(step("28708", 59, 0)).isEmpty();
        assertThat(step("287083", 59, 0)).isEmpty();
        assertThat(step("287 082", 59, 0)).as("as apps print it").hasValue(1);
    }

    @Test
    void theSecretIsWrittenAsAppsReadIt() {
        assertThat(Totp.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(Totp.uri(new AccountName("li"), SECRET))
                .isEqualTo(
                        "otpauth://totp/jianxi:li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=jianxi&algorithm=SHA1&digits=6&period=30");
    }

    private OptionalLong step(String code, long second, long used) {
        return totp.step(SECRET, code, Instant.ofEpochSecond(second), used);
    }
}
