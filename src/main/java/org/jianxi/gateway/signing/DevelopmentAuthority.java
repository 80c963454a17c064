package org.jianxi.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.signing.CertificateIssuer.Holder;
import org.jianxi.gateway.signing.RevocationList.Revocation;

/**
 * A certificate authority for one's own machine: makes its root on first use, then keys for whoever needs one.
 *
 * <p>Everything lies in one folder that only its owner may enter: {@code root.p12 root.pem root.crl gateway.p12 signer.pem password} and
 * {@code <name>.p12 <name>.pem} for the others. What is there already is kept; what is replaced goes to {@code past/}. For production
 * the keys come from an approved authority; the gateway opens those with {@link KeyRing} alone.
 */
public final class DevelopmentAuthority {

    private static final String GATEWAY = "gateway";
    private static final String ROOT = "root";

    /** Months of the past are replayed in development, and their receipts must verify too. */
    private static final Instant FIRST_MOMENT = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int PASSWORD_BYTES = 24;
    private static final String ROOT_NAME = "Jianxi development root";

    private final KeyFolder folder;
    private final Clock clock;
    private final SecureRandom random;
    private final char[] password;
    private final KeyStoreFile root;

    private DevelopmentAuthority(KeyFolder folder, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.password = keptOrNewPassword();
        this.root = keptOrNewRoot();
        register().bringUpToDate(now());
    }

    /** Opens the authority in this folder, making what is missing. Throws {@link KeyProblem} when that cannot be done. */
    public static DevelopmentAuthority create(Path folder, Clock clock, SecureRandom random) {
        var authority = new DevelopmentAuthority(KeyFolder.in(folder), clock, random);
        authority.gateway();
        return authority;
    }

    /** Opens it where there is one; makes nothing. */
    public static Optional<DevelopmentAuthority> find(Path folder, Clock clock, SecureRandom random) {
        return folder.resolve("root.p12").toFile().exists()
                ? Optional.of(new DevelopmentAuthority(KeyFolder.in(folder), clock, random))
                : Optional.empty();
    }

    /** The gateway's own key: {@code gateway.p12}, its certificate in {@code signer.pem}; knows those it had before. */
    public KeyRing gateway() {
        var past = keys().stream()
                .filter(key -> key.past() && key.name().equals(GATEWAY))
                .map(KeptKey::certificate)
                .toList();
        return kept(GATEWAY, new Holder("Jianxi Gateway", Use.GATEWAY)).knowing(past);
    }

    /**
     * Somebody's SM2 key as it lies here, or a new one valid from 2020 on: {@code <name>.p12} and {@code <name>.pem}.
     *
     * @param name letters, digits and hyphens; becomes the files' name
     * @param commonName what the certificate calls the holder
     */
    public KeyRing issue(String name, String commonName, Use use) {
        if (!KeyOrder.isName(name)) {
            throw new IllegalArgumentException("Not a name for a key: " + name);
        }
        return kept(name, new Holder(commonName, use));
    }

    /** A sender's. */
    public KeyRing issue(String name, String commonName) {
        return issue(name, commonName, Use.SENDER);
    }

    /** A timestamp authority's key, for a sandbox: {@code <name>.p12} and {@code <name>.pem}. */
    public KeyRing issueForTimes(String name, String commonName) {
        return issue(name, commonName, Use.TIMESTAMP);
    }

    /** A new key. Throws {@link KeyProblem} while a certificate of that name still counts. */
    public KeyRing issue(KeyOrder order) {
        var before = folder.certificate(order.name());
        if (before.filter(this::stillCounts).isPresent()) {
            throw new KeyProblem("There is a key called " + order.name() + ": " + before.get());
        }
        before.ifPresent(certificate -> folder.retire(order.name(), certificate));
        var made = vouchedFor(
                order.algorithm().newKey(random), new Holder(order.commonName(), order.use()), order.validity());
        folder.write(order.name(), made, password);
        return KeyRing.of(made, random);
    }

    /** What took a key's place, and until when its last certificate may still be met. */
    public record Rotation(SigningCertificate before, SigningCertificate after, Instant overlapEnds) {}

    /**
     * A new key for the same holder, use and algorithm, in force at once; after the overlap the old certificate is entered as
     * superseded in the revocation list. Throws {@link KeyProblem} when there is no key of that name.
     */
    public Rotation rotate(String name, Validity validity, Duration overlap) {
        var before = folder.certificate(name).orElseThrow(() -> new KeyProblem("There is no key called " + name));
        var holder = AllowedUses.of(before).holder();
        var made = vouchedFor(before.algorithm().newKey(random), holder, validity);
        var ends = now().plus(overlap).truncatedTo(ChronoUnit.SECONDS);
        folder.retire(name, before);
        folder.overlap(name, before, ends);
        folder.write(name, made, password);
        return new Rotation(before, made.chain().getFirst(), ends);
    }

    /** Takes a certificate back and signs the list that says so. */
    public RevocationList revoke(SigningCertificate certificate, Revocation revocation) {
        return register().add(certificate, revocation, now());
    }

    /** The authority's newest list; an empty one is there from the first day. */
    public RevocationList revocationList() {
        return register().list();
    }

    /** Everything in the folder, the root included. */
    public List<KeptKey> keys() {
        return folder.keys();
    }

    public SigningCertificate root() {
        return root.chain().getFirst();
    }

    public Path folder() {
        return folder.files().folder();
    }

    /** The password of every key store here; a new array each time. */
    public char[] password() {
        return password.clone();
    }

    private boolean stillCounts(SigningCertificate certificate) {
        return Trust.of(List.of(root()), List.of(revocationList()))
                .objection(certificate, now())
                .isEmpty();
    }

    private KeyRing kept(String name, Holder holder) {
        if (!folder.has(name)) {
            folder.write(name, vouchedFor(Sm2Key.newKey(random), holder, always()), password);
        }
        var ring = KeyRing.of(folder.read(name, password), random);
        folder.show(name, ring.certificate());
        return ring;
    }

    private KeyStoreFile vouchedFor(FileKey key, Holder holder, Validity validity) {
        var issuer = new CertificateIssuer(ROOT_NAME, rootKey(), random);
        return new KeyStoreFile(key, List.of(issuer.vouchFor(holder, key.publicKeyInfo(), validity), root()));
    }

    private KeyStoreFile keptOrNewRoot() {
        if (!folder.has(ROOT)) {
            var key = Sm2Key.newKey(random);
            var itself = new CertificateIssuer(ROOT_NAME, key, random).itself(always());
            folder.write(ROOT, new KeyStoreFile(key, List.of(itself)), password);
        }
        var kept = folder.read(ROOT, password);
        folder.show(ROOT, kept.chain().getFirst());
        return kept;
    }

    private Sm2Key rootKey() {
        if (root.key() instanceof Sm2Key key) {
            return key;
        }
        throw new KeyProblem("The root's key is not an SM2 key");
    }

    private RevocationRegister register() {
        return new RevocationRegister(folder, new RevocationListWriter(root(), rootKey(), random));
    }

    private Instant now() {
        return clock.instant();
    }

    private Validity always() {
        return new Validity(FIRST_MOMENT, now().plus(LIFE));
    }

    private char[] keptOrNewPassword() {
        var files = folder.files();
        if (!files.has("password")) {
            var bits = new byte[PASSWORD_BYTES];
            random.nextBytes(bits);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            files.write("password", (text + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return KeyRing.passwordIn(files.at("password"));
    }
}
