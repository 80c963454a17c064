package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** One signing key with its certificates, taken from a PKCS#12 file and ready for use. */
public final class KeyRing {

    private final List<SigningCertificate> chain;
    private final Signer signer;

    KeyRing(KeyStoreFile file, SecureRandom random) {
        this.chain = file.chain();
        this.signer = new Signer(chain.getFirst(), file.key().privateKey(), random);
    }

    /** Throws {@link KeyProblem}, which names the file, when it or the password is wrong. */
    public static KeyRing open(Path pkcs12, char[] password, SecureRandom random) {
        try {
            return new KeyRing(KeyStoreFile.read(Files.readAllBytes(pkcs12), password), random);
        } catch (IOException | KeyProblem unusable) {
            throw new KeyProblem(pkcs12.toString(), unusable);
        }
    }

    /** A password kept in a file of its own: the first line, without white space around it. */
    public static char[] passwordIn(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").strip().toCharArray();
        } catch (IOException unreadable) {
            throw new KeyProblem("The password file " + file + " cannot be read", unreadable);
        }
    }

    public Signer signer() {
        return signer;
    }

    public SigningCertificate certificate() {
        return chain.getFirst();
    }

    /** The certificate and its issuers, the signer's first. */
    public List<SigningCertificate> chain() {
        return chain;
    }

    /** The signer's certificate as PEM, for {@code signer.pem}. */
    public String pem() {
        return certificate().pem();
    }
}
