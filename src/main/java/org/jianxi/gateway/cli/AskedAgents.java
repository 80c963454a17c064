package org.jianxi.gateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.asking.AgentMatch;
import org.jianxi.gateway.registries.asking.AskingStopped;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;

/** Compares people with the registries whose agents the options name, one after another. */
record AskedAgents(AgentOptions options, ProgressLines progress) {

    List<RegistryMatch> of(People people) {
        if (!options.isAsked()) {
            return List.of();
        }
        var agents = options.addresses();
        var matches = new ArrayList<RegistryMatch>();
        try (var asking = options.asking(Clock.systemUTC(), new SecureRandom())) {
            for (var agent : agents) {
                matches.add(new AgentMatch(agent, asking)
                        .of(agent.registry(), people, progress.of(agent.registry(), people.valid())));
            }
            return matches;
        } catch (AskingStopped stopped) {
            throw new CannotBeDone(new Bilingual(
                    stopped.reason().zh() + "。已得的答复留存，再次运行时接着查。",
                    stopped.reason().en() + ". What was answered is kept; run again to go on."));
        } catch (UncheckedIOException | IOException failed) {
            throw new CannotBeDone(new Bilingual("读写失败：" + failed.getMessage(), "Cannot read or write: " + failed));
        }
    }
}
