package org.jianxi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.Checkpoints;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Span;

/** What a signed receipt costs: a thousand under one checkpoint, each with its proof, or each under a signature of its own. */
record ReceiptsBenchmark(Project project) {

    private static final int BATCH = 1000;
    private static final double WARM_UP = 4;
    private static final double ROUND = 1;
    private static final MerkleTree TREE = MerkleTree.sm3();

    void run(int rounds, PrintStream out) throws Exception {
        var keys = project.emptied("receipts");
        var signer = DevelopmentAuthority.create(keys, Clock.systemUTC(), new SecureRandom())
                .gateway()
                .signer();
        var receipts =
                IntStream.range(0, BATCH).mapToObj(ReceiptsBenchmark::receipt).toList();
        batched(signer, receipts, WARM_UP);
        single(signer, receipts, WARM_UP);
        new Turns(
                        "Receipts",
                        BATCH + " receipts into a tree, one signed checkpoint, an inclusion proof for each",
                        "the same receipts each with a CMS signature of its own")
                .measure(rounds, () -> batched(signer, receipts, ROUND), () -> single(signer, receipts, ROUND), out);
        var bare = bouncyCastle();
        signed(receipts, bare, WARM_UP);
        new Turns(
                        "Signatures: CMS",
                        "one CMS SignedData",
                        "Bouncy Castle alone: one bare SM2 signature, one initialised signer")
                .measure(rounds, () -> signed(receipts, signer::sign, ROUND), () -> signed(receipts, bare, ROUND), out);
        new Turns("Signatures: bare", "one bare SM2 signature", "Bouncy Castle alone, one initialised signer")
                .measure(
                        rounds,
                        () -> signed(receipts, signer::signature, ROUND),
                        () -> signed(receipts, bare, ROUND),
                        out);
        if (OpenSslSpeed.isThere()) {
            new Turns("Signatures: OpenSSL", "one bare SM2 signature", "`openssl speed sm2`")
                    .measure(rounds, () -> perSecond(receipts, signer), OpenSslSpeed::sm2, out);
        }
    }

    private interface Signing {
        byte[] of(byte[] content);
    }

    private static Map<String, Double> batched(Signer signer, List<byte[]> receipts, double seconds) throws Exception {
        var took = Clocked.over(seconds, () -> {
            var nodes = Levels.of(TREE, receipts);
            var head = Digest.of(TREE.root(Span.whole(nodes.size()), nodes));
            var used = signer.sign(Checkpoints.content(
                            nodes.size(), head, Clock.systemUTC().instant()))
                    .length;
            for (var at = 0; at < nodes.size(); at++) {
                used += TREE.inclusion(at, nodes.size(), nodes).path().size();
            }
            return used;
        });
        return figures(took, receipts.size());
    }

    private static Map<String, Double> single(Signer signer, List<byte[]> receipts, double seconds) throws Exception {
        return signed(receipts, signer::sign, seconds);
    }

    private static Map<String, Double> signed(List<byte[]> receipts, Signing signing, double seconds) throws Exception {
        var next = new int[1];
        var took = Clocked.over(seconds, () -> signing.of(receipts.get(next[0]++ % receipts.size())).length);
        return figures(took, 1);
    }

    private static Map<String, Double> perSecond(List<byte[]> receipts, Signer signer) throws Exception {
        return Map.of(
                "a second of processor",
                signed(receipts, signer::signature, ROUND).get("a second of processor"));
    }

    private static Map<String, Double> figures(Clocked took, int receipts) {
        return Turns.figures(
                "a second", 1e6 * receipts / took.wallMicros(),
                "a second of processor", 1e6 * receipts / took.processorMicros(),
                "processor, µs each", took.processorMicros() / receipts);
    }

    private static Signing bouncyCastle() {
        var curve =
                new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByName("sm2p256v1"));
        var random = new SecureRandom();
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(curve, random));
        var signer = new SM2Signer();
        signer.init(
                true,
                new ParametersWithID(
                        new ParametersWithRandom(generator.generateKeyPair().getPrivate(), random),
                        "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
        return content -> {
            signer.update(content, 0, content.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /** As long as the gateway's own. */
    private static byte[] receipt(int number) {
        var hash = "%064x".formatted(number);
        return CanonicalBytes.of(Map.ofEntries(
                Map.entry("entry", "submission"),
                Map.entry("submission", "bench-" + number),
                Map.entry("source", "bench"),
                Map.entry("sender", "530100"),
                Map.entry("period", "2023-06"),
                Map.entry("form", "MOHRSS-2023"),
                Map.entry("verdict", "accepted"),
                Map.entry("digest", hash),
                Map.entry("canonical", hash),
                Map.entry("root", hash),
                Map.entry("mapping", hash),
                Map.entry("rules", hash),
                Map.entry("calendar", hash),
                Map.entry("receivedAt", "2023-07-03T01:00:00Z"),
                Map.entry("decidedAt", "2023-07-03T01:00:00.25Z"),
                Map.entry("deadline", "2023-07-04"),
                Map.entry("late", false)));
    }
}
