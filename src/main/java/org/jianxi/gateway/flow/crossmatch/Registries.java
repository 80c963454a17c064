package org.jianxi.gateway.flow.crossmatch;

import java.io.IOException;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.registries.asking.AgentConnection;
import org.jianxi.gateway.registries.asking.AgentPart;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.query.QueriedRegistry;
import org.jianxi.gateway.registries.query.ServiceOffice;
import org.jianxi.gateway.registries.query.ServicePart;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.Way;

/** Makes a registry of the run out of its file, whichever of the three ways it answers. */
public record Registries(ExtractOffice extracts, ServiceOffice services, AgentConnection agents) {

    /** To be closed after the run. */
    public OpenRegistry open(RegistrySettings settings) throws RegistryUnavailable {
        try {
            return switch (settings.way()) {
                case Way.Service service -> OpenRegistry.of(queried(settings, service));
                case Way.Agent agent -> {
                    var registry = agents.open(settings, part(agent.file(), "agent", AgentPart.class));
                    yield new OpenRegistry(registry, registry::close);
                }
                case Way.Extract extract -> OpenRegistry.of(extracts.open(settings.name()));
            };
        } catch (IOException | FileProblem unusable) {
            throw new RegistryUnavailable(new Bilingual(
                    "registry.yaml 不能用：" + unusable.getMessage(),
                    "Its registry.yaml cannot be used: " + unusable.getMessage()));
        }
    }

    private QueriedRegistry queried(RegistrySettings settings, Way.Service service) throws IOException {
        var part = part(service.file(), "service", ServicePart.class);
        return new QueriedRegistry(settings, part, services.open(part), agents.lookups(), services.clock());
    }

    private static <T> T part(YamlFile file, String member, Class<T> type) {
        return new YamlFile(file.name(), file.tree().path(member), Map.of()).as(type);
    }
}
