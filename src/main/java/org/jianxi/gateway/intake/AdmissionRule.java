package org.jianxi.gateway.intake;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.StatedRule;

/** What a delivery must keep before anyone reads it. The ids stand on the wire. */
enum AdmissionRule implements StatedRule {
    SIGNATURE;

    @Override
    public String id() {
        return "S-SIGNATURE";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("签名应为报送者对原文件的有效签名", "A signature is the sender's own and valid over these bytes");
    }

    @Override
    public String clause() {
        return "接口约定 §2 Signature-CMS · contract §2 Signature-CMS";
    }
}
