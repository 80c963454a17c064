package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.flow.SigningSettings.KeyPlace;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCabinetTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    static Path folder;

    private final DevelopmentAuthority authority =
            DevelopmentAuthority.create(folder.resolve("keys"), Clock.systemUTC(), RANDOM);
    private final KeyCabinet cabinet = new KeyCabinet(
            new Secrets(name -> name.equals("KEY_PASSWORD") ? new String(authority.password()) : null, folder), RANDOM);

    @Test
    void thePasswordComesFromTheEnvironmentOrFromAFile() {
        var certificate = Optional.of(authority.gateway().certificate());

        assertThat(cabinet.open(store("env:KEY_PASSWORD", null)).map(ring -> ring.certificate()))
                .isEqualTo(certificate);
        assertThat(cabinet.open(store("file:keys/password", null)).map(ring -> ring.certificate()))
                .isEqualTo(certificate);
        assertThat(cabinet.open(store(null, folder.resolve("keys/password"))).map(ring -> ring.certificate()))
                .isEqualTo(certificate);
    }

    @Test
    void aPasswordWrittenInTheSettingsIsRefusedAndNotRepeated() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> cabinet.open(store("hunter2", null)))
                .withMessageContaining("env:NAME")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aReferenceThatLeadsNowhereIsNamed() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> cabinet.open(store("env:NO_SUCH", null)))
                .withMessageContaining("env:NO_SUCH");
    }

    @Test
    void noPlaceIsNoKey() {
        assertThat(cabinet.open(new KeyPlace(null, null, null, null, null))).isEmpty();
    }

    @Test
    void aVendorsProviderThatIsNotThereIsNamed() {
        var vendor = new SigningSettings.Vendor("cn.vendor.Provider", "SDF", "gateway", "env:KEY_PASSWORD");

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> cabinet.open(new KeyPlace(null, null, null, null, vendor)))
                .withMessageContaining("cn.vendor.Provider");
    }

    private static KeyPlace store(@Nullable String password, @Nullable Path passwordFile) {
        return new KeyPlace(folder.resolve("keys/gateway.p12"), passwordFile, password, null, null);
    }
}
