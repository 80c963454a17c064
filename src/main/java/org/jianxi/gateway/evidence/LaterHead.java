package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.evidence.GatewaySeals.Held;
import org.jianxi.gateway.signing.EnclosedCertificates;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.signing.Trust;

/** A signed tree head from elsewhere, a bundle or an answer of {@code /ledger/proof}, that older receipts are held against. */
public final class LaterHead {

    private final String file;
    private final Head head;
    private final Map<Long, List<byte[]>> proofs;
    private final Optional<CountedRevisions> counted;

    private LaterHead(String file, Head head, Map<Long, List<byte[]>> proofs, Optional<CountedRevisions> counted) {
        this.file = file;
        this.head = head;
        this.proofs = proofs;
        this.counted = counted;
    }

    /** What came of looking for one: the head, or why there is none. */
    public sealed interface Found {
        record Genuine(LaterHead head) implements Found {}

        record Refused(Failure failure) implements Found {}
    }

    /** Out of an answer of {@code /ledger/proof}, or of a bundle; of a bundle only the head is looked at. */
    public static Found read(Trust trust, String file, byte[] content) {
        var found = new ArrayList<LaterHead>();
        var look = new Check(
                file,
                () -> found.add(
                        content.length > 0 && content[0] == '{'
                                ? answer(trust, Statement.read(file, content))
                                : bundle(trust, file, new Bundle(Container.read(content)))));
        return look.run().<Found>map(Found.Refused::new).orElseGet(() -> new Found.Genuine(found.getFirst()));
    }

    private static LaterHead answer(Trust trust, Statement answer) throws Doubt {
        var checkpoint = answer.object("checkpoint");
        var content = checkpoint.text("content").getBytes(StandardCharsets.UTF_8);
        var head = head(trust, answer.file(), content, Base64.getDecoder().decode(checkpoint.text("cms")));
        var proofs = new TreeMap<Long, List<byte[]>>();
        if (answer.tree().path("consistency").isObject()) {
            var consistency = answer.object("consistency");
            proofs.put(consistency.number("from"), consistency.hashes("path"));
        }
        return new LaterHead(answer.file(), head, proofs, Optional.empty());
    }

    private static LaterHead bundle(Trust trust, String file, Bundle bundle) throws Doubt {
        var head = head(trust, file, bundle.file(Names.CHECKPOINT), bundle.file(Names.CHECKPOINT_SIGNATURE));
        var proofs = new TreeMap<Long, List<byte[]>>();
        for (var name : bundle.startingWith("submissions/")) {
            if (name.endsWith("/proof.json")) {
                var proof = bundle.statement(name);
                proofs.put(proof.number("from"), proof.hashes("consistency"));
            }
        }
        return new LaterHead(file, head, proofs, Optional.of(CountedRevisions.in(bundle)));
    }

    private static Head head(Trust trust, String file, byte[] content, byte[] cms) throws Doubt {
        var held = new ArrayList<Held>();
        for (var certificate : EnclosedCertificates.in(cms)) {
            held.add(Held.read(file, certificate.pem().getBytes(StandardCharsets.US_ASCII)));
        }
        var head = Head.read(Statement.read(file, content));
        var signed =
                GatewaySeals.of(trust, held).own(new Sealed(file, cms, Reason.CHECKPOINT_SIGNATURE), head.signedAt());
        Doubt.unlessEqual(Reason.CHECKPOINT_SIGNATURE, file, Sm3.of(signed), Sm3.of(content));
        return head;
    }

    /** Where there is a proof from the receipt's tree it must hold; a receipt that is newer than the head says nothing about it. */
    void holds(Statement receipt, Tally tally) throws Doubt {
        if (counted.isPresent()) {
            counted.get().include(receipt, receipt.file() + " … " + file);
        }
        var older = Head.Older.read(receipt);
        if (older.size() == head.size()) {
            var hex = HexFormat.of();
            Doubt.unlessEqual(
                    Reason.CONSISTENCY_PROOF,
                    receipt.file() + " … " + file,
                    hex.formatHex(older.root()),
                    hex.formatHex(head.root()));
            tally.proof();
        } else if (proofs.containsKey(older.size())) {
            head.continues(older, proofs.getOrDefault(older.size(), List.of()), receipt.file() + " … " + file);
            tally.proof();
        }
    }
}
