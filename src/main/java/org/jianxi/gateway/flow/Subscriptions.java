package org.jianxi.gateway.flow;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.notices.Endpoint;

/** Which source wants to be told what, and where: as its source file stands now. */
public record Subscriptions(SourceRegister sources, Secrets secrets) {

    boolean wants(SourceId source, NoticeKind kind) {
        return sources.find(source).filter(one -> wants(one, kind)).isPresent();
    }

    /** Every source that carries the unit's returns and wants to be told. */
    List<SourceId> of(Sender sender, NoticeKind kind) {
        return sources.all().stream()
                .filter(source -> source.carries(sender) && wants(source, kind))
                .map(Source::id)
                .toList();
    }

    /** Empty where the source takes no notices. Throws {@link IllegalArgumentException} when a secret is not there. */
    public Optional<Endpoint> endpointOf(SourceId source) {
        return sources.find(source)
                .flatMap(Source::webhook)
                .map(webhook -> new Endpoint(
                        URI.create(webhook.url()),
                        webhook.secrets().stream().map(this::secret).toList()));
    }

    private String secret(SecretReference reference) {
        return secrets.find(reference)
                .orElseThrow(() -> new IllegalArgumentException("there is no secret at " + reference));
    }

    private static boolean wants(Source source, NoticeKind kind) {
        return source.webhook()
                .filter(webhook -> webhook.kinds().contains(kind))
                .isPresent();
    }
}
