package org.jianxi.gateway.signing;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * Why a signature does not count: the first reason in the order of {@link Reason}, with what was expected and what was found.
 */
public record Refusal(Reason reason, String expected, String actual) {

    public Bilingual message() {
        return new Bilingual(
                "%s；应为 %s，实为 %s".formatted(reason.zh, expected, actual),
                "%s; expected %s, found %s".formatted(reason.en, expected, actual));
    }

    /** Of a signature, then of a certificate; each in the order in which it is looked for. The wire names are contract. */
    public enum Reason {
        NOT_CMS("not-cms", "不是 CMS 签名数据", "not CMS SignedData"),
        TRAILING_DATA("trailing-data", "签名数据之后还有多余字节", "bytes after the signed data"),
        NO_SIGNER("no-signer", "没有签名者", "nobody signed"),
        MORE_THAN_ONE_SIGNER("more-than-one-signer", "签名者多于一个", "more than one signer"),
        WRONG_CERTIFICATE("wrong-certificate", "签名者不是登记的证书", "the signer is not the registered certificate"),
        NOT_YET_VALID("certificate-not-yet-valid", "证书在该时刻尚未生效", "the certificate was not yet valid at that moment"),
        EXPIRED("certificate-expired", "证书在该时刻已过期", "the certificate had expired by that moment"),
        WRONG_DIGEST_ALGORITHM("wrong-digest-algorithm", "摘要算法不符", "another digest algorithm"),
        WRONG_SIGNATURE_ALGORITHM("wrong-signature-algorithm", "签名算法不符", "another signature algorithm"),
        NO_CONTENT("no-content", "没有被签名的内容", "no content to verify"),
        OTHER_CONTENT("other-content", "附带的内容与所给内容不同", "the content inside is not the content given"),
        ATTRIBUTES_MISSING("attributes-missing", "签名属性不全", "signed attributes are missing or doubled"),
        WRONG_CONTENT_TYPE("wrong-content-type", "签名属性中的内容类型不符", "the signed content type differs"),
        DIGEST_DIFFERS("digest-differs", "内容与签名的摘要不符", "the content does not have the signed digest"),
        SIGNATURE_WRONG("signature-wrong", "签名不正确", "the signature is wrong"),
        NOT_AS_WE_WRITE_IT("not-as-we-write-it", "签名正确，但写法不是本网关的", "right, but not written as this gateway writes it"),
        NOT_GRANTED("not-granted", "时间戳机构未予签发", "the authority gave no timestamp"),
        NOT_A_TIMESTAMP("not-a-timestamp", "不是时间戳", "not a timestamp"),
        WRONG_IMPRINT("wrong-imprint", "时间戳不是这些内容的", "the timestamp is on other bytes"),
        WRONG_NONCE("wrong-nonce", "时间戳答的不是本次请求", "the answer is to another request"),
        TIME_ABSURD("time-absurd", "时间戳的时刻与记录不合", "the moment cannot be right"),
        UNKNOWN_ISSUER("unknown-issuer", "证书不是受信任的机构签发", "no trusted authority issued the certificate"),
        ISSUER_SIGNATURE_WRONG(
                "issuer-signature-wrong", "证书上签发机构的签名不正确", "the issuer's signature on the certificate is wrong"),
        WRONG_USAGE("wrong-usage", "证书不得用于此用途", "the certificate is not for this use"),
        REVOKED("certificate-revoked", "证书在该时刻已吊销", "the certificate had been revoked by that moment");

        private final String wireName;
        private final String zh;
        private final String en;

        Reason(String wireName, String zh, String en) {
            this.wireName = wireName;
            this.zh = zh;
            this.en = en;
        }

        public String wireName() {
            return wireName;
        }
    }
}
