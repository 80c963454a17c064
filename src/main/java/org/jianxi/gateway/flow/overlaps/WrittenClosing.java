package org.jianxi.gateway.flow.overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.overlaps.SideOutcome;

/**
 * What a side wrote as it closes its part.
 *
 * @param sender whose part
 * @param outcome a wire name of {@link SideOutcome}
 */
public record WrittenClosing(Sender sender, String outcome, String text) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;

    public WrittenClosing {
        text = text.strip();
    }

    SideOutcome read() {
        return SideOutcome.named(outcome).orElseThrow();
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (SideOutcome.named(outcome).isEmpty()) {
            var names =
                    Stream.of(SideOutcome.values()).map(SideOutcome::wireName).collect(Collectors.joining(", "));
            findings.add(Finding.error(
                    OverlapRule.OUTCOME,
                    Place.pointer("/outcome"),
                    new Bilingual("核实结果应为：" + names, "the outcome is one of: " + names)));
        }
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            findings.add(Finding.error(
                    OverlapRule.TEXT,
                    Place.pointer("/text"),
                    new Bilingual(
                            "请附说明，4至500字，现为 %d 字".formatted(length),
                            "say what was found in 4 to 500 characters; these are %d".formatted(length))));
        }
        return findings;
    }
}
