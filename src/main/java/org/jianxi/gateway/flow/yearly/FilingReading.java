package org.jianxi.gateway.flow.yearly;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.filing.Acknowledgement;
import org.jianxi.gateway.filing.FiledReturns.Correction;
import org.jianxi.gateway.filing.TypedAcknowledgements.Typed;
import org.jianxi.gateway.filing.report.Filings;
import org.jianxi.gateway.filing.report.Filings.Answer;
import org.jianxi.gateway.filing.report.Filings.Filing;
import org.jianxi.gateway.flow.FilingStatus.Progress;

/** What of a month went to the ministry, and what came back. */
final class FilingReading {

    private FilingReading() {}

    static Filings of(Deadlines deadlines, List<Progress> filed, Instant now) {
        return new Filings(
                deadlines.period(),
                deadlines.provinceDay(),
                deadlines.isLateForProvince(now),
                filed.stream().map(one -> filing(one, deadlines)).toList());
    }

    private static Filing filing(Progress one, Deadlines deadlines) {
        var filed = one.filed();
        return new Filing(
                filed.revision(),
                filed.correction().map(Correction::number),
                filed.filedAt(),
                filed.correction().isEmpty() && deadlines.isLateForProvince(filed.filedAt()),
                one.outbox().state(),
                Stream.concat(signed(one), typed(one)).toList());
    }

    private static Stream<Answer> signed(Progress one) {
        return one.acknowledgements().stream()
                .flatMap(signed -> Acknowledgement.parse(signed.content()).stream())
                .map(word -> new Answer(
                        word.acknowledgementId(),
                        word.verdict(),
                        word.receivedAt(),
                        true,
                        word.reason().orElse("")));
    }

    /** Of what was typed the newest counts. */
    private static Stream<Answer> typed(Progress one) {
        return one.typed().stream().skip(Math.max(0, one.typed().size() - 1L)).map(FilingReading::typed);
    }

    private static Answer typed(Typed word) {
        return new Answer(word.number(), word.verdict(), word.receivedAt(), false, word.words());
    }
}
