package org.jianxi.gateway.notices;

import java.util.Optional;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * What a notice is about, and to whom. A source is told of one subject once.
 *
 * @param subject names the one thing told: {@code verdict/<submission>}, {@code reminder/530100/2023-06/overdue}
 * @param sender whose return it is about; empty where a delivery did not say
 */
public record Topic(
        SourceId source, NoticeKind kind, String subject, Optional<Sender> sender, Optional<Period> period) {}
