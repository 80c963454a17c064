package org.jianxi.gateway.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.notices.Notice;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.notices.Topic;

/**
 * Puts up what the sources are to be told, in the transaction of the fact itself. Who takes no notices is told nothing and costs
 * nothing.
 *
 * @param patience how long a notice is tried
 */
public record NoticeBoard(NoticeOutbox outbox, Subscriptions subscriptions, Duration patience) {

    /**
     * @param type such as {@code verdict.accepted}
     * @param subject names the fact; the same one is told once
     */
    public record News(NoticeKind kind, String type, String subject, Map<String, ?> data, Instant at) {}

    /** Tells the source that delivered. */
    void tell(SourceId source, News news, Optional<Sender> sender, Optional<Period> period) {
        if (subscriptions.wants(source, news.kind())) {
            put(
                    new Topic(source, news.kind(), news.subject(), sender, period),
                    news,
                    news.at().plus(patience));
        }
    }

    /** Tells every source that carries the unit's returns; how many were told what they did not know. */
    public int tell(Sender sender, Period period, News news, Instant giveUpAt) {
        return (int) subscriptions.of(sender, news.kind()).stream()
                .map(source -> new Topic(source, news.kind(), news.subject(), Optional.of(sender), Optional.of(period)))
                .filter(topic -> put(topic, news, giveUpAt))
                .count();
    }

    /** The same of what belongs to no month. */
    public int tell(Sender sender, News news) {
        return (int) subscriptions.of(sender, news.kind()).stream()
                .map(source -> new Topic(source, news.kind(), news.subject(), Optional.of(sender), Optional.empty()))
                .filter(topic -> put(topic, news, news.at().plus(patience)))
                .count();
    }

    private boolean put(Topic topic, News news, Instant giveUpAt) {
        return outbox.put(Notice.of(topic, news.type(), news.data(), news.at(), giveUpAt));
    }
}
