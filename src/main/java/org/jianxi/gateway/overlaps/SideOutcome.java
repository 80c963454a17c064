package org.jianxi.gateway.overlaps;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.inquiries.InquiryOutcome;

/** What a side found about its own record. The wire names stand in the database. */
public enum SideOutcome {
    OWN_RECORD_RIGHT("own-record-right", "本单位记录无误，此人确在本单位见习", "our record is right: the person is with us"),
    OWN_RECORD_TO_CORRECT(
            "own-record-to-correct", "本单位记录有误，将更正报送", "our record is wrong, and a correction will be sent"),
    ENDED_HERE(
            "ended-here", "此人在本单位的见习已提前结束，将更正报送", "the placement here has ended early, and a correction will be sent"),
    OTHER_PERSON("other-person", "证件号码录入有误，并非同一人", "a number was written wrongly: these are two people"),
    AGREED("agreed", "经批准延长或转接，附说明", "prolonged or taken over with approval, as the text says");

    private final InquiryOutcome outcome;

    SideOutcome(String wireName, String zh, String en) {
        this.outcome = new InquiryOutcome(wireName, new Bilingual(zh, en));
    }

    public InquiryOutcome outcome() {
        return outcome;
    }
}
