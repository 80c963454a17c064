package org.jianxi.gateway.evidence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.signing.Trust;

/** Verifies one opened figure with nothing but itself and the trusted roots: see {@link CellProof}. Never throws for what is in it. */
public final class CellVerifier {

    private static final MerkleTree TREE = MerkleTree.sm3();

    private final Trust trust;

    public CellVerifier(Trust trust) {
        this.trust = trust;
    }

    /** @param file what messages call the document */
    public Verdict verify(String file, byte[] json) {
        var tally = new Tally();
        return new Check(file, () -> verify(Statement.read(file, json), tally))
                .run()
                .map(tally::refused)
                .orElseGet(tally::genuine);
    }

    private void verify(Statement cell, Tally tally) throws Doubt {
        Doubt.unlessEqual(Reason.UNREADABLE, cell.file(), 1L, cell.number("cell"));
        var head = head(cell);
        tally.signature();
        var path = "/indicators/" + cell.number("indicator");
        var period = cell.text("period");
        var province = new OpenedLeaf(cell.object("province"), head, tally);
        var total = province.number("provincial-return", path, period);
        Doubt.unlessEqual(Reason.LEAVES_DIFFER, cell.file(), total.toPlainString(), cell.text("value"));
        var sum = BigDecimal.ZERO;
        var senders = new HashSet<String>();
        for (var part : cell.objects("parts")) {
            var opened = new OpenedLeaf(part, head, tally);
            sum = sum.add(opened.number("submission", path, period));
            opened.isBefore(province.entry().number("ledgerPosition"));
            if (!senders.add(opened.entry().text("sender"))) {
                throw new Doubt(
                        Reason.ROLLUP_DIFFERS,
                        cell.file(),
                        "each sender once",
                        opened.entry().text("sender"));
            }
        }
        if (sum.compareTo(total) != 0) {
            throw new Doubt(Reason.ROLLUP_DIFFERS, cell.file(), total.toPlainString(), sum.toPlainString());
        }
        tally.cells(senders.size() + 1);
    }

    private Head head(Statement cell) throws Doubt {
        var checkpoint = cell.object("checkpoint");
        var content = checkpoint.text("content").getBytes(StandardCharsets.UTF_8);
        var head = Head.read(Statement.read(cell.file(), content));
        var signed = GatewaySeals.of(trust, held(cell))
                .own(new Sealed(cell.file(), base64(checkpoint), Reason.CHECKPOINT_SIGNATURE), head.signedAt());
        Doubt.unlessEqual(Reason.CHECKPOINT_SIGNATURE, cell.file(), Sm3.of(signed), Sm3.of(content));
        return head;
    }

    private static byte[] base64(Statement checkpoint) throws Doubt {
        try {
            return Base64.getDecoder().decode(checkpoint.text("cms"));
        } catch (IllegalArgumentException malformed) {
            throw new Doubt(Reason.UNREADABLE, checkpoint.file(), "base64", checkpoint.text("cms"));
        }
    }

    private static List<Held> held(Statement cell) throws Doubt {
        var held = new ArrayList<Held>();
        for (var pem : cell.tree().path("certificates")) {
            held.add(Held.read(cell.file(), pem.asString("").getBytes(StandardCharsets.US_ASCII)));
        }
        return held;
    }

    /** One leaf of the document with its two proofs. */
    private record OpenedLeaf(Statement opened, Head head, Tally tally) {

        Statement entry() throws Doubt {
            return Statement.read(opened.file(), body());
        }

        private byte[] body() throws Doubt {
            return opened.text("entry").getBytes(StandardCharsets.UTF_8);
        }

        /** What the leaf says, once it is shown to stand under the head in an entry of this kind and month. */
        String value(String kind, String path, String period) throws Doubt {
            var entry = entry();
            Doubt.unlessEqual(Reason.ENTRY_DIFFERS, opened.file(), kind, entry.text("entry"));
            Doubt.unlessEqual(Reason.ENTRY_DIFFERS, opened.file(), period, entry.text("period"));
            head.holds(body(), opened.object("inLedger"));
            var leaf = RecordedEvidence.opened(opened.object("leaf"))
                    .orElseThrow(() -> new Doubt(Reason.UNREADABLE, opened.file(), "an opened leaf", "an erased one"));
            Doubt.unlessEqual(Reason.LEAVES_DIFFER, opened.file(), path, leaf.path());
            var proof = opened.object("inEntry");
            var inclusion = new InclusionProof(proof.number("index"), proof.number("treeSize"), proof.hashes("path"));
            if (!TREE.shows(inclusion, leaf.hash(), entry.digest("root").bytes())) {
                throw new Doubt(
                        Reason.LEAVES_DIFFER, opened.file(), entry.text("root"), "another root for " + leaf.value());
            }
            tally.proof();
            tally.proof();
            return leaf.value();
        }

        BigDecimal number(String kind, String path, String period) throws Doubt {
            var value = value(kind, path, period);
            if (!value.matches("[0-9]{1,18}(\\.[0-9]{1,6})?")) {
                throw new Doubt(Reason.UNREADABLE, opened.file(), "a figure", value);
            }
            return new BigDecimal(value);
        }

        void isBefore(long ledgerPosition) throws Doubt {
            var position = opened.object("inLedger").number("index");
            if (position >= ledgerPosition) {
                throw new Doubt(Reason.ENTRY_DIFFERS, opened.file(), "an entry before " + ledgerPosition, position);
            }
        }
    }
}
