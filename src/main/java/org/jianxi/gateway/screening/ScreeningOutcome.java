package org.jianxi.gateway.screening;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.inquiries.InquiryOutcome;

/** What a side found about its own records. The wire names stand in the database. */
public enum ScreeningOutcome {
    OWN_RECORD_RIGHT("own-record-right", "本单位记录无误，情况见说明", "our records are right, as the text explains"),
    OWN_RECORD_TO_CORRECT(
            "own-record-to-correct", "本单位记录有误，将更正报送", "our record is wrong, and a correction will be sent"),
    OTHER_PERSON("other-person", "仅为同名，或号码、账户录入有误", "only the same name, or a number or account written wrongly"),
    AS_IT_SEEMS("as-it-seems", "疑点属实，将停拨或追回", "it is as it seems: payment will be stopped or recovered"),
    HANDED_OVER("handed-over", "已移交有关部门查处", "handed over to the authority that investigates");

    private final InquiryOutcome outcome;

    ScreeningOutcome(String wireName, String zh, String en) {
        this.outcome = new InquiryOutcome(wireName, new Bilingual(zh, en));
    }

    public InquiryOutcome outcome() {
        return outcome;
    }
}
