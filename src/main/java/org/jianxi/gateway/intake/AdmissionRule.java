package org.jianxi.gateway.intake;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** What a delivery must keep before anyone reads it. The ids stand on the wire. */
enum AdmissionRule implements StatedRule {
    SIGNATURE(RuleText.of(
            "S-SIGNATURE",
            "签名应为报送者对原文件的有效签名",
            "A signature is the sender's own and valid over these bytes",
            "接口约定 §2 Signature-CMS · contract §2 Signature-CMS"));

    private final RuleText text;

    AdmissionRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
