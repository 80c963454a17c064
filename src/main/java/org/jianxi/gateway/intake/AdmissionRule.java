package org.jianxi.gateway.intake;

import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.signing.Refusal.Reason;

/** What a delivery must keep before anyone reads it. The ids stand on the wire. */
enum AdmissionRule implements StatedRule {
    SIGNATURE(RuleText.of(
            "S-SIGNATURE",
            "签名应为报送者对原文件的有效签名",
            "A signature is the sender's own and valid over these bytes",
            "接口约定 §2 Signature-CMS · contract §2 Signature-CMS")),
    CERTIFICATE(RuleText.of(
            "S-CERTIFICATE",
            "签名证书在收到之时有效、未吊销、由受信任的机构签发",
            "The signing certificate is valid, not revoked and of a trusted authority at the moment of receipt",
            "RFC 5280 §6.1.3, GM/T 0015"));

    /** What would help a sender whose certificate is refused. */
    static final Map<Reason, Bilingual> REMEDIES = Map.of(
            Reason.NOT_YET_VALID,
            new Bilingual("请在证书生效后重新签名报送，或改用已生效的证书", "Sign again once it is valid, or with one that is"),
            Reason.EXPIRED,
            new Bilingual(
                    "请换用有效证书重新签名，并请省厅登记新证书", "Sign with a certificate that is valid and have the office register it"),
            Reason.REVOKED,
            new Bilingual(
                    "请向签发机构申领新证书，请省厅登记后重新签名报送", "Get a new certificate, have the office register it, and sign again"),
            Reason.UNKNOWN_ISSUER,
            new Bilingual(
                    "请使用受信任机构签发的证书，或请省厅登记该机构（jianxi keys trust add）",
                    "Use a certificate of a trusted authority, or have the office add the authority (jianxi keys trust add)"),
            Reason.ISSUER_SIGNATURE_WRONG,
            new Bilingual(
                    "证书可能被改动，请向签发机构重新领取", "The certificate may have been changed; get it again from its authority"),
            Reason.WRONG_USAGE,
            new Bilingual("请申领用于签名的报送者证书", "Get a certificate for senders that may sign"));

    private final RuleText text;

    AdmissionRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
