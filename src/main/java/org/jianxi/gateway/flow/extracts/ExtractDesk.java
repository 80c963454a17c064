package org.jianxi.gateway.flow.extracts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.crossmatch.RunLock;
import org.jianxi.gateway.registries.extracts.BroughtExtract;
import org.jianxi.gateway.registries.extracts.ExtractArrival;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what lies in the folders of registries that send extracts. */
public record ExtractDesk(RegistryRegister register, ExtractOffice office, RowReview review, RunLock lock) {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractDesk.class);
    private static final String ACTOR = "extract-folder";

    /** The registries that send extracts, each with how its files are taken. */
    public Map<RegistrySettings, ExtractArrival> registries() {
        var sending = new LinkedHashMap<RegistrySettings, ExtractArrival>();
        for (var registry : register.all()) {
            if (registry.way() instanceof Way.Extract extract) {
                arrival(extract).ifPresent(arrival -> sending.put(registry, arrival));
            }
        }
        return sending;
    }

    /** One registry's file that does not fit keeps no other from being asked. */
    private static Optional<ExtractArrival> arrival(Way.Extract extract) {
        try {
            return Optional.of(ExtractArrival.of(extract));
        } catch (FileProblem unfit) {
            LOG.warn("No extract is looked for: {}", unfit.getMessage());
            return Optional.empty();
        }
    }

    /** One node at a time, and not in the middle of a run; empty while another has it. To be let go of. */
    public Optional<RunLock.Held> begin(RegistrySettings registry) {
        return lock.take(registry.name());
    }

    /** Takes or refuses it. Throws {@link IOException} where it cannot be read now: it is offered again. */
    public ExtractOutcome receive(RegistrySettings registry, Path file) throws IOException {
        var outcome = office.intake(review)
                .take(registry, new BroughtExtract(file, Optional.empty(), ACTOR, Optional.empty()));
        switch (outcome) {
            case ExtractOutcome.Taken taken ->
                LOG.info(
                        "{} of {} taken: {} rows, {} people changed",
                        registry.name(),
                        taken.extract().day(),
                        taken.extract().rows(),
                        taken.extract().changed());
            case ExtractOutcome.Refused refused ->
                LOG.warn(
                        "{} refused: {}; in force stays {}",
                        registry.name(),
                        refused.findings().getFirst().rule(),
                        refused.inForce().map(good -> good.day().toString()).orElse("nothing"));
        }
        return outcome;
    }
}
