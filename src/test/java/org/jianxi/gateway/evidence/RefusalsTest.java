package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.flow.RereadingByMapping;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.TimestampAuthority;
import org.jianxi.gateway.signing.TimestampRequest;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every named refusal, produced by the tampering it is there for; the deeper ones by whoever has the gateway's own key. */
class RefusalsTest {

    private static final String KUNMING = "submissions/530100/";
    private static final String HONGHE = "submissions/532500/";

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static byte[] genuine;

    @BeforeAll
    static void aMonthIsFiled() {
        month = FiledMonth.in(folder);
        genuine = month.bundle();
    }

    private static Tampered bundle() {
        return new Tampered(genuine);
    }

    private static Failure failure(byte[] bundle) {
        return failure(bundle, month.root());
    }

    private static Failure failure(byte[] bundle, SigningCertificate root) {
        return new BundleVerifier(List.of(root), List.of(), new RereadingByMapping())
                .verify(bundle)
                .failure()
                .orElseThrow();
    }

    private static void refused(Reason reason, String file, byte[] bundle) {
        var failure = failure(bundle);
        assertThat(List.of(failure.reason(), failure.file()))
                .as(failure.toString())
                .isEqualTo(List.of(reason, file));
    }

    private static void refusedThoughSealed(Reason reason, String file, Tampered bundle) {
        refused(reason, file, bundle.sealedBy(month.gatewaySigner()));
    }

    @Test
    void whatIsNoZipIsNoBundle() {
        refused(
                Reason.NOT_A_BUNDLE,
                "",
                "no bundle at all, only words of some length".getBytes(StandardCharsets.UTF_8));
        refused(Reason.NOT_A_BUNDLE, "", new byte[0]);
    }

    @Test
    void aZipOfSomethingElseIsNoBundle() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(Names.MIMETYPE, "application/epub+zip".getBytes(StandardCharsets.US_ASCII));

        refused(Reason.NOT_A_BUNDLE, Names.MIMETYPE, Container.write(files));
    }

    @Test
    void theSameFilesInAnotherContainerAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : bundle().files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }

        assertThat(failure(out.toByteArray()).reason()).isEqualTo(Reason.CONTAINER_DIFFERS);
    }

    @Test
    void theSameFilesInAnotherOrderAreRefused() {
        var shuffled = bundle();
        var last = shuffled.files.pollLastEntry();
        var index = shuffled.files.remove(Names.INDEX);
        shuffled.files.put(last.getKey(), last.getValue());
        shuffled.files.put(Names.INDEX, index);

        assertThat(failure(shuffled.zipped()).reason()).isEqualTo(Reason.CONTAINER_DIFFERS);
    }

    @Test
    void aByteBehindTheEndIsRefused() {
        refused(Reason.CONTAINER_DIFFERS, "", java.util.Arrays.copyOf(genuine, genuine.length + 1));
    }

    @Test
    void aFileThatTheManifestNamesIsMissed() {
        refused(
                Reason.FILE_MISSING,
                KUNMING + "raw.json",
                bundle().without(KUNMING + "raw.json").zipped());
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsOneTooMany() {
        refused(Reason.FILE_EXTRA, "z.txt", bundle().with("z.txt", new byte[1]).zipped());
    }

    @Test
    void aChangedFileDoesNotHaveTheDigestOfTheManifest() {
        for (var file : List.of(KUNMING + "canonical.json", "return/return.xml", "certificates/gateway-001.pem")) {
            refused(
                    Reason.DIGEST_DIFFERS,
                    file,
                    bundle().with(file, text -> text + "\n").zipped());
        }
    }

    @Test
    void aManifestThatWasChangedIsNotSigned() {
        var bundle = bundle().with(Names.MANIFEST, text -> text.replace("  <asic:SigReference", " <asic:SigReference"));

        refused(Reason.MANIFEST_SIGNATURE, Names.MANIFEST_SIGNATURE, bundle.zipped());
    }

    @Test
    void aSenderCannotSealABundle() {
        refused(Reason.MANIFEST_SIGNATURE, Names.MANIFEST_SIGNATURE, bundle().sealedBy(month.senderSigner()));
    }

    @Test
    void aSendersCertificateIsNotTheGateways() {
        var certificate = month.senderSigner().certificate().pem();
        var bundle = bundle().with("certificates/gateway-001.pem", text -> certificate);

        refused(Reason.CERTIFICATE_NOT_TRUSTED, "certificates/gateway-001.pem", bundle.sealedBy(month.senderSigner()));
    }

    @Test
    void underAnotherRootNothingIsTrusted() {
        var other = DevelopmentAuthority.create(
                folder.resolve("other"),
                Clock.fixed(Instant.parse("2023-07-03T00:00:00Z"), ZoneOffset.UTC),
                new SecureRandom());

        assertThat(failure(genuine, other.root()).reason()).isEqualTo(Reason.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aBundleFromBeforeItsCertificateIsRefused() {
        var bundle = bundle().withJson(Names.INDEX, index -> index.put("madeAt", "2019-12-31T00:00:00Z"));

        refusedThoughSealed(Reason.CERTIFICATE_NOT_VALID, Names.MANIFEST_SIGNATURE, bundle);
    }

    @Test
    void whatWasSignedAfterTheCertificateWasTakenBackIsRefused() {
        var revoked = FiledMonth.in(folder.resolve("revoked"));
        var bundle = revoked.bundle();
        var later = revoked.revokingTheGateway(Instant.parse("2023-07-04T00:00:00Z"));
        var earlier = FiledMonth.in(folder.resolve("revoked-earlier"));
        var compromised = earlier.revokingTheGateway(Instant.parse("2023-07-02T00:00:00Z"));

        assertThat(verdict(bundle, revoked.root(), later).failure()).isEmpty();
        assertThat(verdict(earlier.bundle(), earlier.root(), compromised)
                        .failure()
                        .orElseThrow()
                        .reason())
                .isEqualTo(Reason.CERTIFICATE_REVOKED);
    }

    private static Verdict verdict(byte[] bundle, SigningCertificate root, RevocationList list) {
        return new BundleVerifier(List.of(root), List.of(list), new RereadingByMapping()).verify(bundle);
    }

    @Test
    void whatIsNoJsonCannotBeRead() {
        refusedThoughSealed(
                Reason.UNREADABLE, HONGHE + "leaves.json", bundle().with(HONGHE + "leaves.json", text -> "{"));
    }

    @Test
    void anotherTreeHeadIsNotSigned() {
        var bundle = bundle().withJson(Names.CHECKPOINT, checkpoint -> checkpoint.put("treeHead", "0".repeat(64)));

        refusedThoughSealed(Reason.CHECKPOINT_SIGNATURE, Names.CHECKPOINT, bundle);
    }

    @Test
    void aReceiptThatSomebodyElseSignedIsNoReceipt() {
        var bundle = bundle();
        bundle.with(KUNMING + "receipt.p7s", month.senderSigner().sign(bundle.files.get(KUNMING + "receipt.json")));

        refusedThoughSealed(Reason.RECEIPT_SIGNATURE, KUNMING + "receipt.p7s", bundle);
    }

    @Test
    void aReceiptIssuedAnewMustStillBeThatOfTheEntry() {
        var bundle = bundle().withJson(KUNMING + "receipt.json", receipt -> receipt.put("late", true));
        bundle.with(KUNMING + "receipt.p7s", month.gatewaySigner().sign(bundle.files.get(KUNMING + "receipt.json")));

        refusedThoughSealed(Reason.RECEIPT_DIFFERS, KUNMING + "receipt.json", bundle);
    }

    @Test
    void anEntryOfAnotherMonthIsRefused() {
        var bundle = bundle().withJson(Names.INDEX, index -> index.put("period", "2023-05"));

        refusedThoughSealed(Reason.ENTRY_DIFFERS, KUNMING + "entry.json", bundle);
    }

    @Test
    void otherBytesThanReceivedAreRefused() {
        refusedThoughSealed(
                Reason.RAW_DIFFERS, HONGHE + "raw.csv", bundle().with(HONGHE + "raw.csv", text -> text + "\n"));
    }

    @Test
    void anotherCanonicalFormIsRefused() {
        refusedThoughSealed(
                Reason.CANONICAL_DIFFERS,
                HONGHE + "canonical.json",
                bundle().with(HONGHE + "canonical.json", text -> text + "\n"));
    }

    @Test
    void aSendersSignatureCannotBeDropped() {
        var bundle = bundle().without(KUNMING + "signature.p7s");

        refusedThoughSealed(Reason.SENDER_SIGNATURE, KUNMING + "signature.p7s", bundle);
    }

    @Test
    void aSignatureCannotBeGivenToASenderWhoDidNotSign() {
        var bundle = bundle();
        bundle.with(HONGHE + "signature.p7s", month.senderSigner().signDetached(bundle.files.get(HONGHE + "raw.csv")));

        refusedThoughSealed(Reason.SENDER_SIGNATURE, HONGHE + "signature.p7s", bundle);
    }

    @Test
    void anEntryThatTheTreeDoesNotHoldIsRefused() {
        var bundle = bundle().withJson(
                        HONGHE + "proof.json", proof -> proof.putArray("path").add("0".repeat(64)));

        refusedThoughSealed(Reason.INCLUSION_PROOF, HONGHE + "proof.json", bundle);
    }

    @Test
    void anotherLeafIsRefused() {
        var bundle = bundle().with(
                        HONGHE + "leaves.json", text -> text.replaceFirst("\"value\": \"[0-9]+\"", "\"value\": \"1\""));

        refusedThoughSealed(Reason.LEAVES_DIFFER, HONGHE + "leaves.json", bundle);
    }

    @Test
    void theMappingThatWasUsedMustBeThere() {
        var mapping = bundle().json(HONGHE + "entry.json").path("mapping").stringValue();
        var bundle = bundle().without("versions/" + mapping).withJson(Names.VERSIONS, index -> {
            var kept = new ArrayList<>(index.path("versions").valueStream().toList());
            kept.removeIf(version -> version.path("digest").stringValue().equals(mapping));
            index.putArray("versions").addAll(kept);
        });

        refusedThoughSealed(Reason.VERSION_MISSING, "versions/" + mapping, bundle);
    }

    @Test
    void aGatewayThatLiesEverywhereIsBetrayedByWhatTheSenderSent() {
        var bundle = new LyingGateway(bundle(), month.gatewaySigner())
                .changing("532500", 13, 1)
                .bundle();

        refusedThoughSealed(Reason.MAPPING_DIFFERS, HONGHE + "raw.csv", bundle);
    }

    @Test
    void latenessIsWhatTheCalendarSays() {
        var bundle = new LyingGateway(bundle(), month.gatewaySigner())
                .callingLate("532500")
                .bundle();

        refusedThoughSealed(Reason.DEADLINE_DIFFERS, HONGHE + "entry.json", bundle);
    }

    @Test
    void aSumThatIsNotTheSumIsRefused() {
        var bundle = bundle().with("return/return.json", text -> text.replaceFirst("\"13\": [0-9]+", "\"13\": 1"));

        refusedThoughSealed(Reason.ROLLUP_DIFFERS, "return/return.json", bundle);
    }

    @Test
    void aDocumentThatIsNotTheFiledOneIsRefused() {
        refusedThoughSealed(
                Reason.RETURN_DIFFERS, "return/return.xml", bundle().with("return/return.xml", text -> text + "\n"));
        refusedThoughSealed(
                Reason.RETURN_DIFFERS, "return/return.xlsx", bundle().with("return/return.xlsx", new byte[8]));
    }

    @Test
    void aSignatureOverAnotherReturnIsRefused() {
        var bundle =
                bundle().with("return/return.xml.p7s", month.gatewaySigner().signDetached(new byte[1]));

        refusedThoughSealed(Reason.RETURN_SIGNATURE, "return/return.xml.p7s", bundle);
    }

    @Test
    void aSecondSignatureCannotBeDroppedAndTheFirstNotMadeAnew() {
        var anew = bundle();
        anew.with("return/return.xml.p7s", month.gatewaySigner().signDetached(anew.files.get("return/return.xml")));

        refusedThoughSealed(
                Reason.RETURN_SIGNATURE,
                "return/return.xml.second.p7s",
                bundle().without("return/return.xml.second.p7s"));
        refusedThoughSealed(Reason.RETURN_SIGNATURE, "return/return.xml.p7s", anew);
    }

    @Test
    void aHistoryThatDoesNotContinueTheReceiptIsRefused() {
        var bundle = bundle().withJson(HONGHE + "proof.json", proof -> proof.putArray("consistency"));

        refusedThoughSealed(Reason.CONSISTENCY_PROOF, HONGHE + "proof.json", bundle);
    }

    @Test
    void aTimestampThatIsThereMustBeOnThisCheckpoint() {
        var checkpoint = bundle().files.get(Names.CHECKPOINT_SIGNATURE);
        var stamped = bundle().with(Names.TIMESTAMP, stamp(checkpoint)).sealedBy(month.gatewaySigner());

        assertThat(new BundleVerifier(List.of(month.root()), List.of(), new RereadingByMapping())
                        .verify(stamped)
                        .failure())
                .isEmpty();
        refusedThoughSealed(
                Reason.TIMESTAMP,
                Names.TIMESTAMP,
                bundle().with(Names.TIMESTAMP, stamp("another".getBytes(StandardCharsets.UTF_8))));
        refusedThoughSealed(Reason.TIMESTAMP, Names.TIMESTAMP, bundle().with(Names.TIMESTAMP, checkpoint));
    }

    /** By an authority under the month's root. */
    private static byte[] stamp(byte[] bytes) {
        var random = new SecureRandom();
        var now = Instant.parse(bundle().json(Names.CHECKPOINT).path("signedAt").stringValue());
        var ring = DevelopmentAuthority.create(folder.resolve("keys"), Clock.fixed(now, ZoneOffset.UTC), random)
                .issueForTimes("timestamps", "Timestamps");
        var request = TimestampRequest.over(bytes, random);
        var answer = new TimestampAuthority(ring.signer(), random).grant(request, now);
        return ((Stamp.Genuine) new TimestampVerifier(ring.certificate()).checkAnswer(answer, request, now)).token();
    }
}
