package org.jianxi.gateway.mapping.clause;

import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** A unit that is delisted (清退) says since when (云人社发〔2023〕18号 三). Only a warning: the status may have come first. */
final class UnitStatus {

    private static final String WITHDRAWN_ON = "withdrawnOn";

    private UnitStatus() {}

    static Stream<Broken> judge(CanonicalRecord unit) {
        var status = unit.text("status").orElse("");
        if (status.isEmpty()
                || status.equals("WITHDRAWN") == unit.find(WITHDRAWN_ON).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(
                status.equals("WITHDRAWN")
                        ? broken("没有填写，而单位已清退；请补填", "is not stated, and the unit was withdrawn: state it")
                        : broken("已填写，而单位状态不是清退；请核对", "is stated, and the status says something else: check"));
    }

    private static Broken broken(String zh, String en) {
        return Broken.of(ClauseRule.WITHDRAWN, WITHDRAWN_ON, zh, en);
    }
}
