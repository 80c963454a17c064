package org.jianxi.gateway.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.flow.Trial;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.mapping.MappingRegister;

/** A flow that keeps what it is given and answers as it is told. */
public final class RecordingReception implements Reception {

    public static final Outcome.Accepted ACCEPTED = new Outcome.Accepted(
            "s-1",
            new SignedReceipt(
                    "{\"period\":\"2023-06\",\"revision\":1,\"sender\":\"530100\"}".getBytes(StandardCharsets.UTF_8),
                    new byte[] {1, 2, 3}),
            List.of(),
            false);

    public final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    public final List<Delivery> tried = new CopyOnWriteArrayList<>();
    public volatile Outcome answer = ACCEPTED;
    public volatile Trial trial = new Trial(Optional.empty(), List.of());

    @Override
    public Terms terms(Source source) {
        return new Terms(source, new MappingRegister.Standing(Map.of()));
    }

    @Override
    public Outcome receive(Delivery delivery) {
        deliveries.add(delivery);
        return answer;
    }

    @Override
    public Trial dryRun(Delivery delivery) {
        tried.add(delivery);
        return trial;
    }
}
