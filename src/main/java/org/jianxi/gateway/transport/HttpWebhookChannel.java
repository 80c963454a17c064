package org.jianxi.gateway.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.SignedNotice;
import org.jianxi.gateway.notices.WebhookChannel;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.outgoing.TimedExchange.Ending;
import org.jianxi.gateway.pulling.AllowedAddresses;

/**
 * Notices over HTTP: {@code POST} to the source's own address and to no other.
 *
 * <p>A source file must not make us knock at our own doors, so its address is held to the same as one that is polled.
 */
public final class HttpWebhookChannel implements WebhookChannel {

    private static final int GONE = 410;
    private static final int SUCCESSES = 2;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;

    private final TimedExchange exchange;
    private final AllowedAddresses addresses;

    /** @param listedHosts hosts the operator allows although they are not public */
    public HttpWebhookChannel(Duration limit, List<String> listedHosts) {
        this.exchange = TimedExchange.within(limit);
        this.addresses = new AllowedAddresses(listedHosts, InetAddress::getAllByName);
    }

    @Override
    public Answer post(Endpoint endpoint, SignedNotice message) {
        if (!isAllowed(endpoint)) {
            return new Answer.Failed("its host is unknown, or not public and not listed in jianxi.webhooks.hosts");
        }
        var request = HttpRequest.newBuilder(endpoint.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "jianxi-gateway")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        return switch (exchange.send(request.build())) {
            case Ending.Unanswered unanswered -> new Answer.Failed(unanswered.why());
            case Ending.Answered answered -> {
                var response = answered.response();
                yield answer(response.statusCode(), TimedExchange.retryAfter(response));
            }
        };
    }

    private boolean isAllowed(Endpoint endpoint) {
        var host = endpoint.url().getHost();
        if (host == null || endpoint.url().getUserInfo() != null) {
            return false;
        }
        try {
            return addresses.resolve(host) != null;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Answer answer(int status, Optional<Duration> retryAfter) {
        if (status == GONE) {
            return new Answer.Gone();
        }
        return switch (status / HUNDRED) {
            case SUCCESSES -> new Answer.Taken(status);
            case REDIRECTS -> new Answer.Failed("HTTP " + status + ": a redirect, which is not followed", retryAfter);
            default -> new Answer.Failed("HTTP " + status, retryAfter);
        };
    }
}
