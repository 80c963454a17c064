package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jianxi.gateway.signing.CertificateIssuer.Holder;

/**
 * A certificate authority for one's own machine: makes its root on first use, then keys for whoever needs one.
 *
 * <p>Everything lies in one folder that only its owner may enter: {@code root.p12 root.pem gateway.p12 signer.pem password} and
 * {@code <name>.p12 <name>.pem} for the others. What is there already is kept. For production the keys come from an approved
 * authority; the gateway opens those with {@link KeyRing} alone.
 */
public final class DevelopmentAuthority {

    /** Months of the past are replayed in development, and their receipts must verify too. */
    private static final Instant FIRST_MOMENT = Instant.parse("2020-01-01T00:00:00Z");

    private static final int DAYS_OF_LIFE = 3650;
    private static final int PASSWORD_BYTES = 24;
    private static final String ROOT_NAME = "Jianxi development root";

    private final PrivateFiles files;
    private final SecureRandom random;
    private final Validity validity;
    private final char[] password;
    private final KeyStoreFile root;

    private DevelopmentAuthority(PrivateFiles files, Clock clock, SecureRandom random) {
        this.files = files;
        this.random = random;
        this.validity = new Validity(
                FIRST_MOMENT,
                clock.instant().plus(DAYS_OF_LIFE, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        this.password = keptOrNewPassword();
        this.root = keptOrNewRoot();
    }

    /** Opens the authority in this folder, making what is missing. Throws {@link KeyProblem} when that cannot be done. */
    public static DevelopmentAuthority create(Path folder, Clock clock, SecureRandom random) {
        var authority = new DevelopmentAuthority(PrivateFiles.in(folder), clock, random);
        authority.gateway();
        return authority;
    }

    /** The gateway's own key: {@code gateway.p12}, its certificate in {@code signer.pem}. */
    public KeyRing gateway() {
        return keyRing("gateway", "signer.pem", new Holder("Jianxi Gateway", Use.GATEWAY));
    }

    /**
     * A sender's, an officer's or the ministry sandbox's key: {@code <name>.p12} and {@code <name>.pem}.
     *
     * @param name letters, digits and hyphens; becomes the files' name
     * @param commonName what the certificate calls the holder
     */
    public KeyRing issue(String name, String commonName, Use use) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || name.equals("root") || name.equals("gateway")) {
            throw new IllegalArgumentException("Not a name for a key: " + name);
        }
        return keyRing(name, name + ".pem", new Holder(commonName, use));
    }

    /** A sender's. */
    public KeyRing issue(String name, String commonName) {
        return issue(name, commonName, Use.SENDER);
    }

    /** A timestamp authority's key, for a sandbox: {@code <name>.p12} and {@code <name>.pem}. */
    public KeyRing issueForTimes(String name, String commonName) {
        return issue(name, commonName, Use.TIMESTAMP);
    }

    public SigningCertificate root() {
        return root.chain().getFirst();
    }

    public Path folder() {
        return files.folder();
    }

    /** The password of every key store here; a new array each time. */
    public char[] password() {
        return password.clone();
    }

    private KeyRing keyRing(String name, String pem, Holder holder) {
        var kept = keptOrNew(name + ".p12", () -> {
            var key = Sm2Key.newKey(random);
            var issuer = new CertificateIssuer(ROOT_NAME, rootKey(), random);
            return new KeyStoreFile(key, List.of(issuer.vouchFor(holder, key.publicKeyInfo(), validity), root()));
        });
        var ring = KeyRing.of(kept, random);
        writePem(pem, ring.certificate());
        return ring;
    }

    private Sm2Key rootKey() {
        if (root.key() instanceof Sm2Key key) {
            return key;
        }
        throw new KeyProblem("The root's key is not an SM2 key");
    }

    private KeyStoreFile keptOrNewRoot() {
        var kept = keptOrNew("root.p12", () -> {
            var key = Sm2Key.newKey(random);
            return new KeyStoreFile(key, List.of(new CertificateIssuer(ROOT_NAME, key, random).itself(validity)));
        });
        writePem("root.pem", kept.chain().getFirst());
        return kept;
    }

    private KeyStoreFile keptOrNew(String store, Supplier<KeyStoreFile> newKey) {
        if (files.has(store)) {
            return KeyStoreFile.read(files.read(store), password);
        }
        var made = newKey.get();
        files.write(store, made.write(password));
        return made;
    }

    /** Written again where it is missing, because a kill may have come between the key store and it. */
    private void writePem(String name, SigningCertificate certificate) {
        if (!files.has(name)) {
            files.write(name, certificate.pem().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private char[] keptOrNewPassword() {
        if (!files.has("password")) {
            var bits = new byte[PASSWORD_BYTES];
            random.nextBytes(bits);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            files.write("password", (text + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return KeyRing.passwordIn(files.at("password"));
    }
}
