package org.jianxi.gateway.console.reporting;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Trial;
import org.jianxi.gateway.flow.uploads.UploadStep;
import org.jianxi.gateway.intake.Source;

/**
 * Where a unit's person delivers.
 *
 * @param units whose returns the person may deliver, in the notice's order
 * @param unit the one chosen; empty where there is none
 * @param ways in which its file may be read
 * @param way the one chosen; empty where the unit does not upload here
 * @param refused why nothing was taken in
 * @param tried the verdict of a trial
 */
public record UploadPage(
        List<ReportingUnit> units,
        Optional<Sender> unit,
        List<Source> ways,
        Optional<Source> way,
        Period period,
        Optional<Bilingual> refused,
        Optional<Trial> tried) {

    public UploadPage {
        units = List.copyOf(units);
        ways = List.copyOf(ways);
    }

    /** Whether there is something to deliver to. */
    public boolean isOpen() {
        return way.isPresent();
    }

    UploadPage refusing(Bilingual why) {
        return new UploadPage(units, unit, ways, way, period, Optional.of(why), Optional.empty());
    }

    /** What there is to say where the step did not lead to a return's own page. */
    UploadPage after(UploadStep step) {
        return switch (step) {
            case UploadStep.Tried(var trial) ->
                new UploadPage(units, unit, ways, way, period, Optional.empty(), Optional.of(trial));
            case UploadStep.NotTaken(var why) -> refusing(why);
            case UploadStep.Decided(Outcome.Unfinished unfinished) -> refusing(LATER);
            default -> refusing(NOT_YOURS);
        };
    }

    private static final Bilingual LATER = new Bilingual(
            "暂时无法受理，原文已留存；请稍后重新报送同一文件",
            "it could not be decided now, and its bytes are kept; deliver the same file again later");

    static final Bilingual NOT_YOURS =
            new Bilingual("该单位不在本账号的填报范围，或未开通网页上传", "the unit is none of this account's, or does not upload here");
}
