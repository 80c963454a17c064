package org.jianxi.gateway.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jspecify.annotations.Nullable;

/** The member {@code webhook} of {@code source.yaml} as it is written. */
record WebhookPart(String url, Object secret, @Nullable List<String> events) {

    Optional<DoorPart.Misfit> misfit() {
        if (!SafeUrl.isSafe(url)) {
            return Optional.of(new DoorPart.Misfit("/url", "plain http is for loopback addresses only"));
        }
        return isAddress()
                ? Optional.empty()
                : Optional.of(new DoorPart.Misfit("/url", "must be an address with a host and without a user"));
    }

    private boolean isAddress() {
        try {
            var address = new URI(url);
            return address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** Without {@code events} the source is told everything. */
    Webhook webhook() {
        Set<NoticeKind> kinds = events == null
                ? EnumSet.allOf(NoticeKind.class)
                : events.stream()
                        .flatMap(name -> NoticeKind.named(name).stream())
                        .collect(Collectors.toSet());
        return new Webhook(url, SecretReference.oneOrMore(secret), kinds);
    }
}
