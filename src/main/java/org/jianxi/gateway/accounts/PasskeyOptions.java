package org.jianxi.gateway.accounts;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** The options that were sent out, made again from the challenge: everything else of them is the same each time. */
final class PasskeyOptions {

    private PasskeyOptions() {}

    static PublicKeyCredentialCreationOptions asked(PublicKeyCredentialCreationOptions like, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(like.getRp())
                .user(like.getUser())
                .challenge(challenge)
                .pubKeyCredParams(like.getPubKeyCredParams())
                .timeout(like.getTimeout())
                .excludeCredentials(like.getExcludeCredentials())
                .authenticatorSelection(like.getAuthenticatorSelection())
                .attestation(like.getAttestation())
                .extensions(like.getExtensions())
                .build();
    }

    static PublicKeyCredentialRequestOptions asked(PublicKeyCredentialRequestOptions like, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .timeout(like.getTimeout())
                .rpId(like.getRpId())
                .allowCredentials(like.getAllowCredentials())
                .userVerification(like.getUserVerification())
                .extensions(like.getExtensions())
                .build();
    }
}
