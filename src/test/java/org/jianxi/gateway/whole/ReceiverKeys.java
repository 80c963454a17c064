package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A receiver's own key and certificate, made and used by programs that share no code with us: keytool and OpenSSL. */
record ReceiverKeys(Path folder) {

    private static final String PASSWORD = "only-for-this-test";

    static ReceiverKeys in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                folder,
                keytool,
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-startdate",
                "2023/01/01",
                "-validity",
                "3650",
                "-dname",
                "CN=receiver of the test, C=CN",
                "-storetype",
                "PKCS12",
                "-keystore",
                "key.p12",
                "-storepass",
                PASSWORD);
        run(folder, "openssl", "pkcs12", "-in", "key.p12", "-nodes", "-passin", "pass:" + PASSWORD, "-out", "key.pem");
        run(folder, "openssl", "x509", "-in", "key.pem", "-out", "certificate.pem");
        return new ReceiverKeys(folder);
    }

    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** What OpenSSL finds in an envelope with the receiver's key. */
    String opened(byte[] envelope) throws IOException, InterruptedException {
        Files.write(folder.resolve("list.p7m"), envelope);
        run(
                folder,
                "openssl",
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "list.p7m",
                "-recip",
                "certificate.pem",
                "-inkey",
                "key.pem",
                "-out",
                "list.csv");
        return Files.readString(folder.resolve("list.csv"), StandardCharsets.UTF_8);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor())
                .as(List.of(command).getFirst() + ": " + said)
                .isZero();
    }
}
