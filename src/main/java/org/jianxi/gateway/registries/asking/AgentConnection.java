package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.registries.query.TlsPart;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Makes a registry of the match run out of the agent that its file names.
 *
 * @param state the folder in which each registry has a folder for its snapshot, its answers and the audit; on one node only
 */
public record AgentConnection(
        Secrets secrets, NameForms names, Clock clock, SecureRandom random, Path state, Lookups lookups) {

    /**
     * To be closed after the run. Throws {@link IOException}, which names the reference, where a key or a certificate is not there, and
     * where another process has the folder.
     */
    public AgentRegistry open(RegistrySettings settings, AgentPart part) throws IOException {
        var url = URI.create(part.url());
        var client = TlsPart.client(part.tls(), url, secrets);
        var address = new AgentAddress(
                part.registry(), url, secrets.require(SecretReference.parse(part.key())), certificate(part));
        var query = new Batch.Query(settings.query().purpose(), settings.query().legalBasis());
        var asking = Asking.in(state.resolve(settings.name().value()), query, clock, random);
        var channel = new AgentChannel(address, clock, random, client).fetchingAtMost(part.mostSnapshotBytes());
        return new AgentRegistry(settings.name(), part, asking, channel, names, lookups);
    }

    private SigningCertificate certificate(AgentPart part) throws IOException {
        var reference = SecretReference.parse(part.certificate());
        try {
            return secrets.file(reference)
                    .map(SigningCertificate::read)
                    .orElseThrow(() -> new IOException("an agent's certificate is in a file"));
        } catch (KeyProblem unusable) {
            throw new IOException("the certificate at " + reference + " cannot be used", unusable);
        }
    }
}
