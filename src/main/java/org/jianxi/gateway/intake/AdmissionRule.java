package org.jianxi.gateway.intake;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.StatedRule;

/** What a delivery must keep before anybody reads it. The ids stand on the wire. */
public enum AdmissionRule implements StatedRule {
    SIGNATURE(
            "S-SIGNATURE",
            "所附签名应由该来源登记的证书对正文原始字节签出",
            "A signature is the registered certificate's over exactly the body's bytes"),
    IDEMPOTENCY_KEY("S-IDEMPOTENCY-KEY", "同一幂等键只能用于相同的内容", "An idempotency key is used with the same bytes only");

    private final String id;
    private final Bilingual title;

    AdmissionRule(String id, String zh, String en) {
        this.id = id;
        this.title = new Bilingual(zh, en);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Bilingual title() {
        return title;
    }

    @Override
    public String clause() {
        return "docs/rules.md " + id;
    }
}
