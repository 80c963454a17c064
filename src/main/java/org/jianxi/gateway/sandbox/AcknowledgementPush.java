package org.jianxi.gateway.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Sends an acknowledgement a second time, to where the gateway listens for them. */
final class AcknowledgementPush implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final AtomicReference<Optional<URI>> callback = new AtomicReference<>(Optional.empty());

    void to(URI url) {
        callback.set(Optional.of(url));
    }

    /** Without waiting: whether it arrives is the receiver's business. */
    void push(ReceivedMessage message) {
        callback.get()
                .ifPresent(url -> client.sendAsync(request(url, message), HttpResponse.BodyHandlers.discarding()));
    }

    private static HttpRequest request(URI url, ReceivedMessage message) {
        return HttpRequest.newBuilder(url)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Signature-CMS", Base64.getEncoder().encodeToString(message.signature()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.acknowledgement()))
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
