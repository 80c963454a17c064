package org.jianxi.gateway.filing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The ministry over HTTP: {@code POST <url>} with the body as it was signed, {@code GET <url>/<messageId>} to ask.
 *
 * <p>The whole exchange has one time limit, connection and trickling body included. Redirects are not followed, and of an answer
 * no more than 64 KiB is read.
 */
public final class HttpMinistryChannel implements MinistryChannel {

    public static final String MESSAGE_ID = "Message-Id";
    public static final String SIGNATURE = "Signature-CMS";

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_REASON = 200;

    private final HttpClient client;
    private final URI url;
    private final Duration limit;

    /** @param client brings TLS and client certificates; one that follows redirects is refused */
    public HttpMinistryChannel(HttpClient client, URI url, Duration limit) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The way to the ministry follows no redirects");
        }
        this.client = client;
        this.url = url;
        this.limit = limit;
    }

    /** With the JDK's own trust store. */
    public static HttpMinistryChannel to(URI url, Duration limit) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
        return new HttpMinistryChannel(client, url, limit);
    }

    @Override
    public ChannelAnswer send(MinistryMessage message) {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", message.contentType())
                .header(MESSAGE_ID, message.messageId())
                .header(SIGNATURE, Base64.getEncoder().encodeToString(message.signature()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
                .build();
        return exchange(request).orElseGet(() -> new ChannelAnswer.Unclear("nobody takes messages at " + url));
    }

    @Override
    public Optional<ChannelAnswer> ask(String messageId) {
        var status = URI.create(url + "/" + messageId);
        return exchange(HttpRequest.newBuilder(status).GET().build());
    }

    private Optional<ChannelAnswer> exchange(HttpRequest request) {
        var call = client.sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        try {
            return answer(call.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            call.cancel(true);
            return Optional.of(new ChannelAnswer.Unclear("no answer within " + limit));
        } catch (ExecutionException broken) {
            return Optional.of(new ChannelAnswer.Unclear("no answer: " + broken.getCause()));
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of(new ChannelAnswer.Unclear("interrupted while waiting"));
        }
    }

    /** Empty where there is nothing: no such message, or an interface without a status query. */
    private static Optional<ChannelAnswer> answer(HttpResponse<byte[]> response) {
        var signature = response.headers().firstValue(SIGNATURE);
        return switch (response.statusCode()) {
            case 404, 405, 501 -> Optional.empty();
            case 200, 201 ->
                Optional.of(signature
                        .map(cms -> signed(response, cms))
                        .orElseGet(() -> new ChannelAnswer.Unclear("accepted without a signature")));
            case 400, 409, 413, 415, 422 ->
                Optional.of(signature
                        .map(cms -> signed(response, cms))
                        .orElseGet(() -> new ChannelAnswer.Rejected(reason(response))));
            default -> Optional.of(new ChannelAnswer.Unclear("HTTP " + response.statusCode(), retryAfter(response)));
        };
    }

    private static ChannelAnswer signed(HttpResponse<byte[]> response, String base64) {
        try {
            var cms = Base64.getDecoder().decode(base64);
            return new ChannelAnswer.Acknowledged(new SignedAcknowledgement(response.body(), cms));
        } catch (IllegalArgumentException notBase64) {
            return new ChannelAnswer.Unclear("an answer whose signature is not base64");
        }
    }

    private static String reason(HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return "HTTP " + response.statusCode() + ": " + text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    /** Seconds only; a date would need a clock that both sides share. */
    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
