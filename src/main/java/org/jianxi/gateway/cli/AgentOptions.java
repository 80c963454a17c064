package org.jianxi.gateway.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.outgoing.SafeHttp;
import org.jianxi.gateway.registries.asking.AgentAddress;
import org.jianxi.gateway.registries.asking.Asking;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.SigningCertificate;
import picocli.CommandLine.Option;

/** The registries that are not at hand as files, and how their agents are asked: {@code docs/registry-agent.md}. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields before they are asked for
final class AgentOptions {

    @Option(
            names = "--agent",
            paramLabel = "NAME=URL",
            description = "登记库代理，名称与代理处相同 · a registry's agent; the name is the one it serves")
    private List<String> agents = List.of();

    @Option(
            names = "--agent-key",
            paramLabel = "NAME=FILE",
            description = "该代理发给我们的密钥，在文件第一行 · the key that agent gave us, on the file's first line")
    private List<String> keys = List.of();

    @Option(
            names = "--agent-certificate",
            paramLabel = "NAME=FILE.pem",
            description = "该代理的签名证书 · the certificate its answers must be signed with")
    private List<String> certificates = List.of();

    @Option(names = "--purpose", description = "查询目的，双方留存 · what for; both sides keep it")
    private Optional<String> purpose;

    @Option(names = "--legal-basis", description = "法律依据，双方留存 · by what law; both sides keep it")
    private Optional<String> legalBasis;

    @Option(
            names = "--agent-state",
            paramLabel = "FOLDER",
            defaultValue = "var/registry-agents",
            description = "快照、已得答复与查询记录 · snapshots, answers and our audit (${DEFAULT-VALUE})")
    private Path state;

    boolean isAsked() {
        return !agents.isEmpty();
    }

    List<String> names() {
        return agents.stream().map(AgentOptions::name).toList();
    }

    /** What is wrong with the options, before anything is read. */
    Optional<String> misuse() {
        for (var agent : agents) {
            var name = name(agent);
            if (name.isEmpty() || url(agent).filter(SafeHttp::isSafe).isEmpty()) {
                return Optional.of("--agent 应为 NAME=https://… · is not NAME=https://…, or http to this machine");
            }
            if (of(keys, name).isEmpty() || of(certificates, name).isEmpty()) {
                return Optional.of(
                        "--agent " + name + "：需要 needs --agent-key " + name + "=…, --agent-certificate " + name + "=…");
            }
        }
        return isAsked() && !query().isStated()
                ? Optional.of("--agent：需要 needs --purpose, --legal-basis (1–200)")
                : Optional.empty();
    }

    List<AgentAddress> addresses() {
        var addresses = new ArrayList<AgentAddress>();
        for (var agent : agents) {
            var name = name(agent);
            var key = new String(KeyRing.passwordIn(Path.of(of(keys, name).orElseThrow())));
            var certificate =
                    SigningCertificate.read(Path.of(of(certificates, name).orElseThrow()));
            addresses.add(new AgentAddress(name, url(agent).orElseThrow(), key, certificate));
        }
        return addresses;
    }

    Asking asking(Clock clock, SecureRandom random) {
        try {
            return Asking.in(state, query(), clock, random);
        } catch (IOException unusable) {
            throw new CannotBeDone(new Bilingual(
                    state + "：不能用（" + unusable.getMessage() + "）", state + ": cannot be used: " + unusable));
        }
    }

    private Batch.Query query() {
        return new Batch.Query(purpose.orElse(""), legalBasis.orElse(""));
    }

    private static Optional<URI> url(String agent) {
        try {
            return Optional.of(
                    URI.create(agent.substring(agent.indexOf('=') + 1).replaceAll("/+$", "")));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    private static String name(String agent) {
        var name = agent.substring(0, Math.max(agent.indexOf('='), 0));
        return name.matches("[a-z0-9][a-z0-9-]{0,63}") ? name : "";
    }

    private static Optional<String> of(List<String> options, String name) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .findFirst();
    }
}
