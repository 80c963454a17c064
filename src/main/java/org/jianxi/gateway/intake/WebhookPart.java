package org.jianxi.gateway.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jspecify.annotations.Nullable;

/** The member {@code webhook} of {@code source.yaml} as it is written. */
record WebhookPart(String url, Object secret, @Nullable List<String> events) {

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
