package org.jianxi.gateway.outgoing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Clients for calls that carry people: TLS, with the other side's own authority and our certificate where they ask for them. */
public final class SafeHttp {

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private SafeHttp() {}

    /** What we show of ourselves: a PKCS#12 file. */
    public record Identity(Path keyStore, char[] password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "identity in " + keyStore;
        }
    }

    /** Whether nobody on the way can read: TLS, or this machine alone. */
    public static boolean isSafe(URI url) {
        var host = url.getHost();
        return host != null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme())
                                && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"))));
    }

    /**
     * By HTTP/1.1, following no redirects.
     *
     * @param trust PEM file of the only authorities that count; the platform's own where it is empty
     */
    public static HttpClient client(Optional<Path> trust, Optional<Identity> identity) throws IOException {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        return trust.isEmpty() && identity.isEmpty()
                ? builder.build()
                : builder.sslContext(context(trust, identity)).build();
    }

    private static SSLContext context(Optional<Path> trust, Optional<Identity> identity) throws IOException {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    identity.isPresent() ? store(identity.get()) : null,
                    identity.map(Identity::password).orElse(new char[0]));
            var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            authorities.init(trust.isPresent() ? store(trust.get()) : null);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), authorities.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The certificates for TLS cannot be used", unusable);
        }
    }

    private static KeyStore store(Identity identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(identity.keyStore())) {
            store.load(stream, identity.password());
        }
        return store;
    }

    private static @Nullable KeyStore store(Path trust) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, new char[0]);
        try (var stream = Files.newInputStream(trust)) {
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        return store;
    }
}
