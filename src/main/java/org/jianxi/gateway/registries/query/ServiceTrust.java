package org.jianxi.gateway.registries.query;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Whether an answer is the registry's, by {@code Signature-CMS}.
 *
 * @param pinned what it signs with; a registry that signs nothing has none, and then TLS alone vouches for it
 */
record ServiceTrust(Optional<SigningCertificate> pinned, Clock clock) {

    /** Throws {@link QueryStopped} for an answer without the signature that must be there. */
    byte[] genuine(HttpResponse<byte[]> response) {
        if (pinned.isEmpty() || isSigned(response, pinned.get())) {
            return response.body();
        }
        throw new QueryStopped(
                QueryStopped.Cause.INCIDENT,
                "答复没有登记库证书的有效签名；没有采用",
                "The answer is not signed with the registry's certificate; nothing of it was taken");
    }

    private boolean isSigned(HttpResponse<byte[]> response, SigningCertificate certificate) {
        try {
            var cms = Base64.getDecoder()
                    .decode(response.headers().firstValue("Signature-CMS").orElse(""));
            return new SealVerifier(certificate)
                    .checkDetached(cms, response.body(), clock.instant())
                    .isGenuine();
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
