package org.jianxi.gateway.flow;

import static org.jianxi.gateway.ledger.Breach.Kind.ROW_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;
import static org.jianxi.gateway.ledger.Breach.Kind.SIGNATURE_WRONG;

import java.util.Optional;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Correction;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.EntryCheck;
import org.jianxi.gateway.ledger.LeafCheck;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.OwnSeals;
import org.jianxi.gateway.ledger.StatedFacts;

/** A filed return against its entry: what was signed, by whom it was approved and filed, and our signature over it. */
record ReturnCheck(FiledReturns filed, LeafCheck leaves, OwnSeals seals) implements EntryCheck {

    private static final String TABLE = "provincial_return";

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        return filed.find(entry.subject())
                .map(row -> against(row, StatedFacts.of(entry)))
                .orElseGet(() -> Optional.of(new Breach(TABLE, entry.subject(), ROW_MISSING, "a row", "none")));
    }

    private Optional<Breach> against(Filed row, StatedFacts stated) {
        return changed(row, stated)
                .or(() -> corrects(row, stated))
                .or(() -> signature(row))
                .or(() -> leaves.check(row.messageId(), stated));
    }

    private static Optional<Breach> corrects(Filed row, StatedFacts stated) {
        var now = row.correction().map(Correction::corrects).orElse("");
        var then = stated.tree().path("corrects").path("messageId").asString("");
        return now.equals(then)
                ? Optional.empty()
                : Optional.of(new Breach(TABLE, row.messageId() + " column of corrects", ROW_CHANGED, then, now));
    }

    private static Optional<Breach> changed(Filed row, StatedFacts stated) {
        var now = FilingStatement.ofRow(row);
        return stated.firstDifference(now, "")
                .map(name -> new Breach(
                        TABLE,
                        row.messageId() + " column of " + name,
                        ROW_CHANGED,
                        stated.text(name),
                        String.valueOf(now.get(name))));
    }

    private Optional<Breach> signature(Filed row) {
        return seals.isBeside(row.signature(), row.document(), row.filedAt())
                ? Optional.empty()
                : Optional.of(new Breach(
                        TABLE,
                        row.messageId() + " signature",
                        SIGNATURE_WRONG,
                        "our seal beside the document",
                        "none"));
    }
}
