package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What a sender can prove who kept nothing but its receipts. */
class ReceiptHistoryTest {

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static Trust trust;

    @BeforeAll
    static void aMonthIsFiled() {
        month = FiledMonth.in(folder);
        trust = Trust.of(List.of(month.root()), List.of());
    }

    /** The receipts of the sender that delivered twice. */
    private static Map<String, byte[]> ofKunming() {
        Map<String, byte[]> receipts = new LinkedHashMap<>();
        receipts.put("second.p7s", month.receipts().getLast().cms());
        receipts.put("first.p7s", month.receipts().getFirst().cms());
        return receipts;
    }

    private static Verdict verify(Map<String, byte[]> receipts) {
        return new ReceiptHistory(trust).verify(receipts);
    }

    private static Verdict verify(Map<String, byte[]> receipts, byte[] bundle) {
        return switch (LaterHead.read(trust, "bundle.zip", bundle)) {
            case LaterHead.Found.Genuine found -> new ReceiptHistory(trust).verify(receipts, found.head());
            case LaterHead.Found.Refused refused -> new Verdict(0, 0, 0, Optional.of(refused.failure()));
        };
    }

    @Test
    void receiptsInAnyOrderTellOneStory() {
        assertThat(verify(ofKunming())).isEqualTo(new Verdict(2, 1, 0, Optional.empty()));
    }

    @Test
    void everybodysReceiptsAgreeWithTheBundle() {
        var receipts = new LinkedHashMap<String, byte[]>();
        for (var at = 0; at < month.receipts().size(); at++) {
            receipts.put(at + ".p7s", month.receipts().get(at).cms());
        }

        assertThat(verify(receipts, month.bundle())).isEqualTo(new Verdict(8, 8, 0, Optional.empty()));
    }

    @Test
    void aReceiptThatIsNotOursIsNone() {
        var receipts = ofKunming();
        receipts.put(
                "first.p7s",
                month.senderSigner().sign(month.receipts().getFirst().content()));

        assertThat(verify(receipts).failure().orElseThrow().reason()).isEqualTo(Reason.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aReceiptWithOneOtherByteIsNone() {
        var genuine = month.receipts().getFirst().cms();
        for (var at = 0; at < genuine.length; at += 7) {
            var changed = genuine.clone();
            changed[at] ^= 1;

            assertThat(verify(Map.of("receipt.p7s", changed)).isGenuine())
                    .as("byte " + at)
                    .isFalse();
        }
    }

    @Test
    void anOfficeThatRewroteTheHistoryIsBetrayedByTheReceiptBefore() {
        var receipts = ofKunming();
        receipts.put("first.p7s", anew(0, receipt -> receipt.put("treeHead", "0".repeat(64)), month.gatewaySigner()));

        rewritten(verify(receipts), "first.p7s … second.p7s");
    }

    @Test
    void anOfficeThatForgotAReceiptIsBetrayedByIt() {
        var receipts = ofKunming();
        receipts.put(
                "second.p7s",
                anew(7, receipt -> receipt.remove(List.of("previous", "consistency")), month.gatewaySigner()));

        rewritten(verify(receipts), "first.p7s … second.p7s");
    }

    @Test
    void twoEntriesAtOnePlaceAreARewriting() {
        var receipts = Map.of(
                "a.p7s", month.receipts().getFirst().cms(),
                "b.p7s", anew(0, receipt -> receipt.put("entryHash", "0".repeat(64)), month.gatewaySigner()));

        rewritten(verify(receipts), "a.p7s … b.p7s");
    }

    @Test
    void aLedgerMadeAnewWithItsOwnKeyIsBetrayedByAKeptReceipt() {
        var kept = Map.of("kept.p7s", month.receipts().get(1).cms());
        var lying = new LyingGateway(new Tampered(month.bundle()), month.gatewaySigner())
                .changing("532500", 13, 1)
                .bundle();

        rewritten(verify(kept, lying.sealedBy(month.gatewaySigner())), "kept.p7s … bundle.zip");
    }

    @Test
    void anOfficeThatLeftASenderOutOfItsReturnIsBetrayedByItsReceipt() {
        var without = new Tampered(month.bundle());
        without.files.keySet().removeIf(name -> name.startsWith("submissions/532500/"));
        var kept = Map.of("kept.p7s", month.receipts().get(1).cms());

        var failure =
                verify(kept, without.sealedBy(month.gatewaySigner())).failure().orElseThrow();

        assertThat(failure)
                .isEqualTo(new Failure(
                        Reason.ENTRY_DIFFERS, "kept.p7s … bundle.zip", "532500 revision 1 or later", "a gap"));
    }

    @Test
    void nonsenseIsRefusedAndNotThrown() {
        var nonsense = "no receipt".getBytes(StandardCharsets.UTF_8);

        assertThat(verify(Map.of("a.p7s", nonsense)).failure().orElseThrow().reason())
                .isEqualTo(Reason.RECEIPT_SIGNATURE);
        assertThat(verify(ofKunming(), nonsense).failure().orElseThrow().reason())
                .isEqualTo(Reason.NOT_A_BUNDLE);
    }

    /** A receipt that says something else, under a genuine signature. */
    private static byte[] anew(int at, Consumer<ObjectNode> change, Signer signer) {
        var receipt =
                (ObjectNode) Tampered.JSON.readTree(month.receipts().get(at).content());
        change.accept(receipt);
        return signer.sign(Tampered.JSON.writeValueAsBytes(receipt));
    }

    private static void rewritten(Verdict verdict, String between) {
        var failure = verdict.failure().orElseThrow();
        assertThat(List.of(failure.reason(), failure.file())).isEqualTo(List.of(Reason.CONSISTENCY_PROOF, between));
        assertThat(failure.message().en()).contains("history was rewritten");
    }
}
