package org.jianxi.gateway.flow.overlaps;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.flow.inquiries.InquiryRules;

/** What closing a side of an overlap has to keep. The ids stand on the wire. */
enum OverlapRule implements StatedRule {
    OUTCOME(
            "P-OVERLAP-OUTCOME",
            "重叠见习的核实结果须为规定的一种",
            "A side closes an overlap with one of the outcomes there are",
            "人社部发〔2023〕27号 三(三)；docs/overlaps.md"),
    TEXT(
            "P-OVERLAP-TEXT",
            "核实结果须附说明，4至500字",
            "A side says what it found in 4 to 500 characters",
            "人社部发〔2023〕27号 三(三)；docs/overlaps.md"),
    STATE(
            "P-OVERLAP-STATE",
            "每一方只核实一次，且在办结或失效之前",
            "Each side closes its part once, before the case is closed or has lapsed",
            "人社部发〔2023〕27号 三(三)；docs/overlaps.md");

    static final InquiryRules ALL = new InquiryRules(OUTCOME, TEXT, STATE);

    private final RuleText text;

    OverlapRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
