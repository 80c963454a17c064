package org.jianxi.gateway.signing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jianxi.gateway.signing.Refusal.Reason;

/**
 * Says whether a CMS signature (RFC 5652 or GB/T 35275, BER or DER) is one pinned certificate's over given bytes.
 *
 * <p>Certificates inside the signature are never looked at, and its signing time is only a claim: who may sign and when stands in
 * our own records. The checks run in the order of {@link Reason} and the first that fails is the answer; nothing from outside makes
 * this throw. Safe for many threads.
 */
public final class SealVerifier {

    private static final Layout ANY_LAYOUT = (seal, content) -> Optional.empty();

    private final SigningCertificate pinned;
    private final VerifyingKey key;

    /** Throws {@link KeyProblem} when the certificate's key is of no kind that signs here. */
    public SealVerifier(SigningCertificate pinned) {
        this.pinned = pinned;
        this.key = pinned.verifyingKey();
    }

    /** For a signature that carries its content; {@code at} is the moment of receipt by our clock. */
    public Seal check(byte[] cms, Instant at) {
        return check(cms, Optional.empty(), at, ANY_LAYOUT);
    }

    /** For a signature beside its content; where it carries content too, both must be the same. */
    public Seal checkDetached(byte[] cms, byte[] content, Instant at) {
        return check(cms, Optional.of(content), at, ANY_LAYOUT);
    }

    /** For a seal the gateway made, with its content: beyond {@link #check} not one byte may differ from what it writes. */
    public Seal checkOwn(byte[] cms, Instant at) {
        return check(cms, Optional.empty(), at, (seal, content) -> ours(cms, seal, content, Optional.of(content)));
    }

    /** For a seal the gateway made beside its content, as {@link #checkOwn}. */
    public Seal checkOwnDetached(byte[] cms, byte[] content, Instant at) {
        return check(cms, Optional.of(content), at, (seal, same) -> ours(cms, seal, same, Optional.empty()));
    }

    private Seal check(byte[] cms, Optional<byte[]> given, Instant at, Layout layout) {
        try {
            var seal = ReadSeal.of(cms);
            var content = given.or(seal::content);
            return firstOf(List.of(
                            () -> signer(seal),
                            () -> Trust.validity(pinned, at),
                            () -> algorithm(Reason.WRONG_DIGEST_ALGORITHM, key.digestIds(), seal.digestId()),
                            () -> algorithm(Reason.WRONG_SIGNATURE_ALGORITHM, key.signatureIds(), seal.signatureId()),
                            () -> content(seal, given),
                            () -> content.flatMap(new SignatureCheck(key, seal)::refusal),
                            () -> content.flatMap(signed -> layout.refusal(seal, signed))))
                    .<Seal>map(Seal.Refused::new)
                    .orElseGet(() -> new Seal.Genuine(content.orElseThrow()));
        } catch (ReadSeal.Malformed malformed) {
            return new Seal.Refused(malformed.refusal());
        }
    }

    /** What is asked, after all else, of the way a genuine seal is written down. */
    private interface Layout {
        Optional<Refusal> refusal(ReadSeal seal, byte[] content);
    }

    /** A version number, an embedded certificate or a spelling that nothing else looks at is thereby looked at too. */
    private Optional<Refusal> ours(byte[] cms, ReadSeal seal, byte[] content, Optional<byte[]> attached) {
        var written = new SignedDataWriter(pinned, content).write(seal.signature(), attached);
        var at = Arrays.mismatch(written, cms);
        return at < 0 ? Optional.empty() : refusal(Reason.NOT_AS_WE_WRITE_IT, byteAt(written, at), byteAt(cms, at));
    }

    private static String byteAt(byte[] bytes, int at) {
        return at < bytes.length ? "byte %d = %02x".formatted(at, bytes[at]) : at + " bytes";
    }

    private static Optional<Refusal> firstOf(List<Supplier<Optional<Refusal>>> checks) {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<Refusal> signer(ReadSeal seal) {
        return pinned.isNamed(seal.from())
                ? Optional.empty()
                : refusal(
                        Reason.WRONG_CERTIFICATE,
                        pinned.numbered().toString(),
                        seal.from().toString());
    }

    private static Optional<Refusal> algorithm(Reason reason, Set<String> known, String actual) {
        return known.contains(actual)
                ? Optional.empty()
                : refusal(reason, String.join(" / ", new TreeSet<>(known)), actual);
    }

    private static Optional<Refusal> content(ReadSeal seal, Optional<byte[]> given) {
        var inside = seal.content();
        if (inside.isEmpty() && given.isEmpty()) {
            return refusal(Reason.NO_CONTENT, "content inside or beside", "none");
        }
        var differ = inside.isPresent() && given.isPresent() && !Arrays.equals(inside.get(), given.get());
        return differ
                ? refusal(
                        Reason.OTHER_CONTENT,
                        Sm3.of(given.get()).hex(),
                        Sm3.of(inside.get()).hex())
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(Reason reason, String expected, String actual) {
        return Optional.of(new Refusal(reason, expected, actual));
    }
}
