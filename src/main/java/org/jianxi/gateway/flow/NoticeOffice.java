package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.filing.Incidents;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.NoticeDelivery;
import org.jianxi.gateway.notices.NoticeDrain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sending of notices asks of the house, and tells it: what a person must look at becomes an incident. */
public record NoticeOffice(Subscriptions subscriptions, Incidents incidents, Clock clock)
        implements NoticeDrain.Office {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeOffice.class);

    @Override
    public Optional<Endpoint> endpointOf(SourceId source) {
        return subscriptions.endpointOf(source);
    }

    @Override
    public void gaveUp(NoticeDelivery delivery) {
        var source = delivery.notice().topic().source();
        var why = delivery.lastError().orElse("");
        LOG.warn(
                "Notice {} to {} given up after {} tries: {}", delivery.notice().id(), source, delivery.tries(), why);
        incidents.report(new Incident("webhook-given-up", source.value(), why, clock.instant()), new byte[0]);
    }

    @Override
    public void paused(SourceId source) {
        LOG.warn("{} takes no notices any more: its address answered 410", source);
        incidents.report(
                new Incident("webhook-gone", source.value(), "its address answered 410", clock.instant()), new byte[0]);
    }
}
