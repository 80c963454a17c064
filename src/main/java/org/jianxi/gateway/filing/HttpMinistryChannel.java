package org.jianxi.gateway.filing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.outgoing.TimedExchange.Ending;

/**
 * The ministry over HTTP: {@code POST <url>} with the body as it was signed, {@code GET <url>/<messageId>} to ask.
 *
 * <p>Its limits on time and bytes are those of a {@link TimedExchange}.
 */
public final class HttpMinistryChannel implements MinistryChannel {

    public static final String MESSAGE_ID = "Message-Id";
    public static final String SIGNATURE = "Signature-CMS";

    private static final int LONGEST_REASON = 200;

    private final TimedExchange exchange;
    private final URI url;

    /** @param client brings TLS and client certificates; one that follows redirects is refused */
    public HttpMinistryChannel(HttpClient client, URI url, Duration limit) {
        this(new TimedExchange(client, limit), url);
    }

    private HttpMinistryChannel(TimedExchange exchange, URI url) {
        this.exchange = exchange;
        this.url = url;
    }

    /** With the JDK's own trust store. */
    public static HttpMinistryChannel to(URI url, Duration limit) {
        return new HttpMinistryChannel(TimedExchange.within(limit), url);
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
        return switch (exchange.send(request)) {
            case Ending.Answered answered -> answer(answered.response());
            case Ending.Unanswered unanswered -> Optional.of(new ChannelAnswer.Unclear(unanswered.why()));
        };
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
            default ->
                Optional.of(
                        new ChannelAnswer.Unclear("HTTP " + response.statusCode(), TimedExchange.retryAfter(response)));
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
}
