package org.jianxi.gateway.registries.agent;

import java.nio.file.Path;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.signing.BlindKey;

/**
 * One registry as the agent serves it.
 *
 * @param snapshot its file
 */
public record Served(String name, BlindKey key, Path snapshot, Description description) {}
