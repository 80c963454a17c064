package org.jianxi.gateway.registries.agent;

import java.nio.file.Path;
import java.time.Clock;
import org.jianxi.gateway.signing.Signer;

/**
 * What an agent needs beside its registries.
 *
 * @param audit the file that everything is noted in
 */
public record AgentOffice(Askers askers, Path audit, Signer signer, Clock clock) {}
