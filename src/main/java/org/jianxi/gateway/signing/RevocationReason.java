package org.jianxi.gateway.signing;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;

/** Why a certificate was taken back (RFC 5280 §5.3.1, its names and numbers). */
public enum RevocationReason {
    UNSPECIFIED("unspecified", 0, "未说明原因", "no reason given"),
    KEY_COMPROMISE("key-compromise", 1, "私钥泄露", "the key is in other hands"),
    CA_COMPROMISE("ca-compromise", 2, "签发机构私钥泄露", "the authority's key is in other hands"),
    AFFILIATION_CHANGED("affiliation-changed", 3, "持有者变更", "the holder changed"),
    SUPERSEDED("superseded", 4, "已换发新证书", "another certificate took its place"),
    CESSATION_OF_OPERATION("cessation-of-operation", 5, "停止使用", "no longer in use"),
    CERTIFICATE_HOLD("certificate-hold", 6, "暂停使用", "on hold"),
    PRIVILEGE_WITHDRAWN("privilege-withdrawn", 9, "授权撤回", "the permission was withdrawn");

    private final String wireName;
    private final int number;
    private final Bilingual words;

    RevocationReason(String wireName, int number, String zh, String en) {
        this.wireName = wireName;
        this.number = number;
        this.words = new Bilingual(zh, en);
    }

    public String wireName() {
        return wireName;
    }

    public Bilingual words() {
        return words;
    }

    int number() {
        return number;
    }

    public static Optional<RevocationReason> named(String wireName) {
        return Stream.of(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst();
    }

    /** A number that has no name here is no reason at all; the certificate is revoked all the same. */
    static RevocationReason numbered(int number) {
        return Stream.of(values())
                .filter(reason -> reason.number == number)
                .findFirst()
                .orElse(UNSPECIFIED);
    }
}
