package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.BatchAnswer;
import org.jianxi.gateway.registries.blind.Trail;
import org.jianxi.gateway.signing.BlindKey;
import tools.jackson.databind.json.JsonMapper;

/** Grants or refuses each batch, on the disk first, and answers it. Knows no wire. Safe for many threads. */
final class AnswerDesk {

    private final Trail trail;
    private final Allowance allowance;
    private final Clock clock;

    /** @param allowance has read the trail */
    AnswerDesk(Trail trail, Allowance allowance, Clock clock) {
        this.trail = trail;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** Throws {@link IOException} when the audit cannot be written: then nothing is answered. */
    Reply answer(Asker asker, Served registry, byte[] json) throws IOException {
        if (allowance.isNuisance(asker.name(), clock.instant())) {
            return limit(new Bilingual("今天被拒绝或重复的请求太多", "Too many refused or repeated requests today"));
        }
        var line = AuditLine.of(clock.instant(), asker, registry);
        var batch = Batch.read(json);
        if (batch.isEmpty()) {
            write(line.ending("refused-malformed"));
            return Reply.refusal(
                    400,
                    "malformed",
                    new Bilingual(
                            "不是一批请求：需要 session、number、purpose、legalBasis、points",
                            "No batch: session, number, purpose, legalBasis and points are needed"));
        }
        return answer(asker, registry, batch.get(), line.with(batch.get()));
    }

    /** Notes that a snapshot goes out; a refusal where that is too often. */
    synchronized Optional<Reply> fetched(Asker asker, Served registry) throws IOException {
        var now = clock.instant();
        if (allowance.isNuisance(asker.name(), now)) {
            return Optional.of(limit(new Bilingual("今天被拒绝或重复的请求太多", "Too many refused or repeated requests today")));
        }
        var line = AuditLine.of(now, asker, registry);
        if (!allowance.allowsDownload(asker, registry.name(), now)) {
            write(line.ending("refused-download"));
            return Optional.of(limit(new Bilingual("今天下载快照太多", "Too many snapshots fetched today")));
        }
        write(line.ending(AuditLine.FETCHED));
        return Optional.empty();
    }

    /** A key that was taken back was tried. */
    void revoked(Asker asker) throws IOException {
        if (!allowance.isNuisance(asker.name(), clock.instant())) {
            write(AuditLine.ofRevoked(clock.instant(), asker));
        }
    }

    private Reply answer(Asker asker, Served registry, Batch batch, AuditLine line) throws IOException {
        var decision = decided(asker, registry, batch, line);
        if (decision.refusal().isPresent()) {
            return decision.refusal().get();
        }
        var outputs = batch.points().stream()
                .map(point -> registry.key().answer(point).orElseThrow())
                .toList();
        return Reply.ok(
                new BatchAnswer(registry.description().snapshot(), batch.digest(), decision.audit(), outputs).json());
    }

    /** @param audit the digest of the line about it */
    private record Decision(Optional<Reply> refusal, Digest audit) {}

    /** One at a time, so that two requests never share what is left of an allowance. The computing comes afterwards. */
    private synchronized Decision decided(Asker asker, Served registry, Batch batch, AuditLine line)
            throws IOException {
        var malicious = notPoints(batch);
        if (malicious.isPresent()) {
            var charged = Math.min(batch.points().size(), Batch.POINTS);
            return new Decision(malicious, write(line.charged(charged).ending("refused-points")));
        }
        if (!asker.mayAskFor(batch.query().purpose())) {
            return new Decision(Optional.of(purpose()), write(line.ending("refused-purpose")));
        }
        return switch (allowance.standing(asker.name(), batch)) {
            case REPEATED -> new Decision(Optional.empty(), write(line.ending("repeated")));
            case REPLAYED -> new Decision(Optional.of(replayed()), write(line.ending("refused-replay")));
            case NEW -> {
                var points = batch.points().size();
                if (!allowance.allows(asker, registry.name(), points, clock.instant())) {
                    yield new Decision(Optional.of(spent(asker)), write(line.ending("refused-limit")));
                }
                yield new Decision(Optional.empty(), write(line.charged(points).ending(AuditLine.GRANTED)));
            }
        };
    }

    /** Notes anything else that an asker did, or was not let do. */
    synchronized Digest write(AuditLine line) throws IOException {
        var digest = trail.append(line.members());
        allowance.read(JsonMapper.shared().valueToTree(line.members()));
        return digest;
    }

    private static Optional<Reply> notPoints(Batch batch) {
        var points = batch.points();
        var different = new HashSet<String>();
        points.forEach(point -> different.add(HexFormat.of().formatHex(point)));
        if (points.isEmpty() || points.size() > Batch.POINTS || different.size() < points.size()) {
            return Optional.of(Reply.refusal(
                    422,
                    "points",
                    new Bilingual(
                            "一批应有1至%d个互不相同的点".formatted(Batch.POINTS),
                            "A batch has 1 to %d points that all differ".formatted(Batch.POINTS))));
        }
        return points.stream().allMatch(BlindKey::isPoint)
                ? Optional.empty()
                : Optional.of(Reply.refusal(
                        422, "points", new Bilingual("有不在曲线上的点", "Some are no points of the curve P-256")));
    }

    private static Reply purpose() {
        return Reply.refusal(403, "purpose", new Bilingual("未获准用于此目的", "Not admitted for this purpose"));
    }

    private static Reply replayed() {
        return Reply.refusal(
                409,
                "replay",
                new Bilingual("该会话的这一批号已用于其他内容", "This number of this session was used for something else"));
    }

    private Reply spent(Asker asker) {
        return limit(new Bilingual(
                "今天最多查询%d个点".formatted(asker.pointsADay()),
                "No more than %d points may be asked a day".formatted(asker.pointsADay())));
    }

    private Reply limit(Bilingual why) {
        return Reply.refusal(429, "limit", why).later(Allowance.untilTomorrow(clock.instant()));
    }
}
