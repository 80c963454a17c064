package org.jianxi.gateway.registries.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.outgoing.SafeHttp;
import org.jspecify.annotations.Nullable;

/** {@code tls:} of a service or an agent: references to an authority of their own, and to our certificate where they ask for one. */
public record TlsPart(
        @Nullable String trust,
        @Nullable String keyStore,
        @Nullable String password) {

    private static final TlsPart USUAL = new TlsPart(null, null, null);

    /** A client for this address. Throws {@link IOException} for one that anybody on the way could read, and for unusable files. */
    public static HttpClient client(@Nullable TlsPart part, URI url, Secrets secrets) throws IOException {
        if (!SafeHttp.isSafe(url)) {
            throw new IOException("a registry is asked by https only, unless it is on this machine");
        }
        return (part == null ? USUAL : part).client(secrets);
    }

    private HttpClient client(Secrets secrets) throws IOException {
        var word = password == null ? "" : secrets.require(SecretReference.parse(password));
        return SafeHttp.client(
                file(trust, secrets),
                file(keyStore, secrets).map(path -> new SafeHttp.Identity(path, word.toCharArray())));
    }

    private static Optional<Path> file(@Nullable String reference, Secrets secrets) {
        return Optional.ofNullable(reference).map(SecretReference::parse).flatMap(secrets::file);
    }
}
