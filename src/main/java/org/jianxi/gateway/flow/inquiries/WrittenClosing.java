package org.jianxi.gateway.flow.inquiries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.InquiryOutcome;
import org.jianxi.gateway.inquiries.Matter;

/**
 * What a side wrote as it closes its part.
 *
 * @param sender whose part
 * @param outcome a wire name of the matter's outcomes
 */
public record WrittenClosing(Sender sender, String outcome, String text) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;

    public WrittenClosing {
        text = text.strip();
    }

    InquiryOutcome read(Matter matter) {
        return matter.outcome(outcome).orElseThrow();
    }

    List<Finding> findings(Matter matter, InquiryRules rules) {
        var findings = new ArrayList<Finding>();
        if (matter.outcome(outcome).isEmpty()) {
            var names = matter.outcomes().stream().map(InquiryOutcome::wireName).collect(Collectors.joining(", "));
            findings.add(Finding.error(
                    rules.outcome(),
                    Place.pointer("/outcome"),
                    new Bilingual("核实结果应为：" + names, "the outcome is one of: " + names)));
        }
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            findings.add(Finding.error(
                    rules.text(),
                    Place.pointer("/text"),
                    new Bilingual(
                            "请附说明，4至500字，现为 %d 字".formatted(length),
                            "say what was found in 4 to 500 characters; these are %d".formatted(length))));
        }
        return findings;
    }
}
