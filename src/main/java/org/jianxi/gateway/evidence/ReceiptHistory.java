package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.signing.EnclosedCertificates;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Trust;

/**
 * For a sender that kept nothing but its receipts: that each is ours, and that together they tell of one ledger that only grew.
 *
 * <p>Two receipts that cannot both be true are proof that history was rewritten between them, whoever did it. Never throws for what is
 * in a receipt.
 */
public final class ReceiptHistory {

    private final Trust trust;

    public ReceiptHistory(Trust trust) {
        this.trust = trust;
    }

    /** @param receipts CMS with the content inside, by file name */
    public Verdict verify(Map<String, byte[]> receipts) {
        var tally = new Tally();
        return new Check("", () -> inOrder(read(receipts, tally), tally))
                .run()
                .map(tally::refused)
                .orElseGet(tally::genuine);
    }

    /** The same, and every receipt also against a later tree head with the proofs that lead to it. */
    public Verdict verify(Map<String, byte[]> receipts, LaterHead later) {
        var tally = new Tally();
        return new Check("", () -> {
                    var read = read(receipts, tally);
                    inOrder(read, tally);
                    for (var receipt : read) {
                        later.holds(receipt.content(), tally);
                    }
                })
                .run()
                .map(tally::refused)
                .orElseGet(tally::genuine);
    }

    private record Receipt(String file, Statement content) {

        long position() {
            return content.tree().path("position").asLong(0);
        }

        Head head() throws Doubt {
            return new Head(
                    content.number("treeSize"), content.digest("treeHead").bytes(), content.moment("decidedAt"));
        }
    }

    private List<Receipt> read(Map<String, byte[]> receipts, Tally tally) throws Doubt {
        var read = new ArrayList<Receipt>();
        for (var one : receipts.entrySet()) {
            read.add(new Receipt(one.getKey(), content(one.getKey(), one.getValue())));
            tally.signature();
        }
        read.sort(Comparator.comparingLong(Receipt::position).thenComparing(Receipt::file));
        return read;
    }

    /** The moment stands in the content, so it is read once to learn the moment and once to be held against it. */
    private Statement content(String file, byte[] cms) throws Doubt {
        var sealed = new Sealed(file, cms, Reason.RECEIPT_SIGNATURE);
        var held = new ArrayList<Held>();
        for (var certificate : EnclosedCertificates.in(cms)) {
            held.add(Held.read(file, certificate.pem().getBytes(StandardCharsets.US_ASCII)));
        }
        if (held.isEmpty()) {
            throw new Doubt(Reason.RECEIPT_SIGNATURE, file, "CMS with our certificate inside", "none");
        }
        var seals = GatewaySeals.of(trust, held);
        var first = held.getFirst().certificate();
        var claimed = sealed.genuine(new SealVerifier(first).check(cms, first.notBefore()));
        var receipt = Statement.read(file, claimed);
        Doubt.unlessEqual(Reason.UNREADABLE, file, 1L, receipt.number("receipt"));
        return Statement.read(file, seals.own(sealed, receipt.moment("decidedAt")));
    }

    private static void inOrder(List<Receipt> receipts, Tally tally) throws Doubt {
        for (var at = 0; at < receipts.size(); at++) {
            var receipt = receipts.get(at);
            var earlier = receipts.subList(0, at);
            if (receipt.content().has("previous")) {
                follows(receipt, tally);
            }
            for (var before : earlier) {
                agree(before, receipt);
            }
            var before = lastOfSender(earlier, receipt);
            if (before.isPresent()) {
                knows(before.get(), receipt);
            }
        }
    }

    /** The receipt's own proof: the ledger then begins with the one of the receipt it names. */
    private static void follows(Receipt receipt, Tally tally) throws Doubt {
        var previous = receipt.content().object("previous");
        receipt.head().continues(Head.Older.read(previous), receipt.content().hashes("consistency"), receipt.file());
        tally.proof();
    }

    /** One size of the tree has one head, and one place one entry. */
    private static void agree(Receipt before, Receipt after) throws Doubt {
        for (var pair : List.of(List.of("treeSize", "treeHead"), List.of("position", "entryHash"))) {
            var same =
                    before.content().number(pair.getFirst()) == after.content().number(pair.getFirst());
            if (same) {
                rewrittenUnless(
                        before,
                        after,
                        before.content().text(pair.getLast()),
                        after.content().text(pair.getLast()));
            }
        }
    }

    private static Optional<Receipt> lastOfSender(List<Receipt> earlier, Receipt receipt) throws Doubt {
        var sender = receipt.content().text("sender");
        Optional<Receipt> last = Optional.empty();
        for (var one : earlier) {
            if (one.content().text("sender").equals(sender) && one.position() < receipt.position()) {
                last = Optional.of(one);
            }
        }
        return last;
    }

    /** A later receipt names an earlier one of its sender: this one, or one that came after it. */
    private static void knows(Receipt before, Receipt after) throws Doubt {
        var size = before.content().number("treeSize");
        if (!after.content().has("previous")) {
            rewrittenUnless(before, after, "previous " + size, "-");
            return;
        }
        var previous = after.content().object("previous");
        if (previous.number("treeSize") < size) {
            rewrittenUnless(before, after, "previous " + size, "previous " + previous.number("treeSize"));
        } else if (previous.number("treeSize") == size) {
            rewrittenUnless(before, after, before.content().text("treeHead"), previous.text("treeHead"));
            rewrittenUnless(before, after, before.content().text("submission"), previous.text("submission"));
        }
    }

    private static void rewrittenUnless(Receipt before, Receipt after, String expected, String actual) throws Doubt {
        Doubt.unlessEqual(Reason.CONSISTENCY_PROOF, before.file() + " … " + after.file(), expected, actual);
    }
}
