package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** One signing key ready for use, with its certificates: the one in force, its issuers, and those it had before. */
public final class KeyRing {

    private static final byte[] TRIAL = "jianxi".getBytes(StandardCharsets.US_ASCII);

    private final List<SigningCertificate> chain;
    private final Signer signer;
    private final List<SigningCertificate> certificates;

    private KeyRing(List<SigningCertificate> chain, Signer signer, List<SigningCertificate> certificates) {
        this.chain = chain;
        this.signer = signer;
        this.certificates = certificates;
    }

    static KeyRing of(KeyStoreFile file, SecureRandom random) {
        return tried(file.chain(), file.key().signing(random));
    }

    /** Throws {@link KeyProblem} when the first certificate is not this key's. */
    static KeyRing tried(List<SigningCertificate> chain, BareSigner key) {
        var certificate = chain.getFirst();
        if (!certificate.verifyingKey().verifies(TRIAL, key.sign(TRIAL))) {
            throw new KeyProblem("The certificate " + certificate + " is not its key's");
        }
        return new KeyRing(chain, new Signer(certificate, key), List.of(certificate));
    }

    /** Throws {@link KeyProblem}, which names the file, when it or the password is wrong. */
    public static KeyRing open(Path pkcs12, char[] password, SecureRandom random) {
        try {
            return of(KeyStoreFile.read(Files.readAllBytes(pkcs12), password), random);
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

    /** The same, knowing also these certificates that the key's holder signed with before. */
    public KeyRing knowing(Collection<SigningCertificate> past) {
        var all = new LinkedHashSet<>(certificates);
        all.addAll(past);
        return new KeyRing(chain, signer, List.copyOf(all));
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

    /** Every certificate of ours that evidence may have been signed with, the one in force first. */
    public List<SigningCertificate> certificates() {
        return certificates;
    }

    /** The signer's certificate as PEM, for {@code signer.pem}. */
    public String pem() {
        return certificate().pem();
    }
}
