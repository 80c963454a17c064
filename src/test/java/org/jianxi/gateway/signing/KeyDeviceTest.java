package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token in software stands in for the device. Skipped without softhsm2, pkcs11-tool and openssl. */
class KeyDeviceTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);
    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

    @TempDir
    static Path folder;

    private static Path configuration;

    /** One token for all, made before its library is loaded: the library looks at its folder only then. */
    @BeforeAll
    static void token() throws Exception {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        var settings = System.getenv("SOFTHSM2_CONF");
        assumeTrue(library.isPresent() && settings != null, "softhsm2 is absent");
        var tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(Path.of(settings), "directories.tokendir = %s\n".formatted(tokens));
        run("softhsm2-util --init-token --free --label jianxi --so-pin 1234 --pin 1234");
        key("rsa", "a1", "rsa:2048", library.get());
        key("ecdsa", "a2", "ec -pkeyopt ec_paramgen_curve:P-256", library.get());
        configuration = Files.writeString(
                folder.resolve("pkcs11.cfg"),
                "name = Jianxi\nlibrary = %s\nslotListIndex = 0\n".formatted(library.get()));
    }

    private static void key(String label, String id, String kind, Path library) throws Exception {
        run("openssl req -x509 -newkey %s -nodes -subj /CN=gateway -days 2 -keyout key.pem -out cert.pem"
                .formatted(kind));
        run("openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem");
        run("openssl x509 -in cert.pem -outform DER -out cert.der");
        run("softhsm2-util --import key8.pem --token jianxi --label %s --id %s --pin 1234".formatted(label, id));
        run(("pkcs11-tool --module %s --token-label jianxi --login --pin 1234 --write-object cert.der --type cert"
                        + " --label %s --id %s")
                .formatted(library, label, id));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ECDSA"})
    void aKeyThatNeverLeavesItsTokenSigns(Algorithm algorithm) {
        var signer = KeyDevice.pkcs11(configuration, algorithm.wireName())
                .open("1234".toCharArray())
                .signer();

        assertThat(signer.certificate().algorithm()).isEqualTo(algorithm);
        assertThat(new SealVerifier(signer.certificate())
                        .checkOwnDetached(
                                signer.signDetached(CONTENT),
                                CONTENT,
                                signer.certificate().notBefore())
                        .isGenuine())
                .isTrue();
    }

    @Test
    void anAliasThatIsNotThereIsNamed() {
        var device = KeyDevice.pkcs11(configuration, "other");

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> device.open("1234".toCharArray()))
                .withMessageContaining("other");
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> KeyDevice.pkcs11(folder.resolve("absent.cfg"), "rsa"))
                .withMessageContaining("absent.cfg");
    }

    @Test
    void aVendorsProviderThatIsNotOnTheClassPathIsNamed() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> KeyDevice.of("cn.vendor.Sm2Provider", "SDF", "gateway"))
                .withMessageContaining("cn.vendor.Sm2Provider");
    }

    @Test
    void aClassThatIsNoProviderIsNamed() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> KeyDevice.of("java.lang.String", "SDF", "gateway"))
                .withMessageContaining("java.lang.String");
    }

    private static void run(String command) throws IOException, InterruptedException {
        var words = List.of(command.split(" "));
        try {
            var process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(command + "\n" + said).isZero();
        } catch (IOException absent) {
            assumeTrue(false, words.getFirst() + " is absent");
        }
    }
}
