package org.jianxi.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.SigningCertificate;

/** The certificates that sources have registered, looked up when they are needed: a renewed one counts at once. */
public record SignerCertificates(Secrets secrets) {

    /** Throws {@link KeyProblem} when the reference leads nowhere or to no certificate in PEM. */
    public SigningCertificate get(SecretReference reference) {
        return secrets.find(reference)
                .map(pem -> SigningCertificate.parse(pem.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new KeyProblem("Nothing lies at " + reference));
    }

    /** Those of one source that can be read. */
    public List<SigningCertificate> of(Source source) {
        var found = new ArrayList<SigningCertificate>();
        for (var reference : source.signers()) {
            try {
                found.add(get(reference));
            } catch (KeyProblem unusable) {
                continue;
            }
        }
        return found;
    }
}
