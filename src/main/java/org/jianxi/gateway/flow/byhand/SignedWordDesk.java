package org.jianxi.gateway.flow.byhand;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.FlowRule;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.ledger.Audit;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the ministry's signed word where returns are handed in and the ministry gave one back as a file. It is verified like one that came
 * over HTTPS, and counts as one.
 *
 * @param desk empty where returns go another way, or no certificate of the ministry's is known to verify by
 */
public record SignedWordDesk(
        FiledReturns filed,
        FilingStore store,
        TypedAcknowledgements typed,
        Optional<AcknowledgementDesk> desk,
        Acts acts) {

    private static final String DEED = "acknowledgement-uploaded";

    /** What doing it takes. */
    public record Acts(Audit audit, TransactionOperations transaction, Clock clock) {}

    public boolean takesFiles() {
        return desk.isPresent();
    }

    /** @param revision of the filing in its month */
    public OfficeStep take(Period period, int revision, SignedAcknowledgement word, String officer) {
        var one = filed.find(period, revision);
        if (one.isEmpty() || desk.isEmpty()) {
            return new OfficeStep.NotThere();
        }
        return Objects.requireNonNull(
                acts.transaction().execute(status -> taken(one.get(), desk.get(), word, officer)));
    }

    private OfficeStep taken(Filed one, AcknowledgementDesk verifying, SignedAcknowledgement word, String officer) {
        filed.lock(one.period());
        var entry = store.outbox().find(one.messageId());
        if (entry.isEmpty()) {
            return new OfficeStep.NotThere();
        }
        if (isTypedRejection(one)) {
            return new OfficeStep.NotNow(
                    List.of(
                            finding(
                                    "已登记为部里退回；如系误登，请先改登为已回执并写明原因，再上传签名回执",
                                    "a rejection was typed in: where that was a mistake, type the acceptance with a reason, then upload the signed word")));
        }
        var now = acts.clock().instant();
        if (!verifying.takeAnswer(entry.get().message(), word, now)) {
            return new OfficeStep.Wrong(
                    List.of(
                            finding(
                                    "签名或内容与本次上报不符，未予登记；已记入异常事项",
                                    "its signature or what it says is not of this filing, and nothing was settled; it is listed among the incidents")));
        }
        acts.audit().record(now, new Audit.Deed(officer, DEED, one.messageId(), ""));
        return new OfficeStep.Done();
    }

    /** A rejection opened the month again, and a file must not close it behind the office's back. */
    private boolean isTypedRejection(Filed one) {
        var said = typed.of(one.messageId());
        return !said.isEmpty() && said.getLast().verdict() == Verdict.REJECTED;
    }

    private static Finding finding(String zh, String en) {
        return Finding.error(FlowRule.SIGNED_ACKNOWLEDGEMENT, Place.WHOLE, new Bilingual(zh, en));
    }
}
