package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.recordfiles.RecordProblem;
import org.jianxi.gateway.recordfiles.UnusableRecords;

/** What a command says of record files that cannot be counted: where, and why, and never what stands there. */
record RefusedRecords(Sender sender, Period period, UnusableRecords unusable) {

    /** The exit code. */
    int tell(Output output, boolean json) {
        unusable.problems().stream().map(RecordProblem::told).forEach(output::complaint);
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("sender", sender.code());
            document.put("period", period.toString());
            document.put(
                    "errors",
                    unusable.problems().stream().map(RefusedRecords::json).toList());
            output.json(document);
        }
        return ExitCodes.COULD_NOT;
    }

    private static Map<String, Object> json(RecordProblem problem) {
        var why = Map.of("zh", problem.why().zh(), "en", problem.why().en());
        return Map.of("file", problem.file(), "line", problem.line(), "column", problem.column(), "why", why);
    }
}
