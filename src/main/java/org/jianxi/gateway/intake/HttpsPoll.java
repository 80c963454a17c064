package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jspecify.annotations.Nullable;

/**
 * We fetch from the source's server.
 *
 * @param url may hold {@code {period}}, which stands for the last full month, {@code {sender}} and {@code {dataset}}
 * @param mediaType overrides the answer's {@code Content-Type}
 * @param sender whose return it is; empty where the content says
 */
public record HttpsPoll(
        String url,
        Duration timeout,
        Optional<MediaType> mediaType,
        Optional<Sender> sender,
        Optional<Authorization> authorization,
        Optional<Paging> paging)
        implements Timed {

    private static final int USUAL_TIMEOUT_SECONDS = 30;

    @Override
    public Door door() {
        return Door.HTTPS_POLL;
    }

    /** Whether the connection is encrypted or does not leave this machine. */
    public boolean isSafe() {
        return SafeUrl.isSafe(url);
    }

    record Part(
            String url,
            @Nullable Integer timeoutSeconds,
            @Nullable String mediaType,
            @Nullable String sender,
            Authorization.@Nullable Part authorization,
            Paging.@Nullable Part paging)
            implements DoorPart {

        @Override
        public HttpsPoll entrance() {
            return new HttpsPoll(
                    url,
                    Seconds.or(timeoutSeconds, USUAL_TIMEOUT_SECONDS),
                    Optional.ofNullable(mediaType).flatMap(extension -> MediaType.ofFileName("." + extension)),
                    Optional.ofNullable(sender).map(Sender::new),
                    Optional.ofNullable(authorization).map(Authorization.Part::authorization),
                    Optional.ofNullable(paging).map(Paging.Part::paging));
        }

        @Override
        public Optional<Misfit> misfit() {
            return entrance().isSafe()
                    ? Optional.empty()
                    : Optional.of(new Misfit("/url", "plain http is for loopback addresses only"));
        }
    }
}
