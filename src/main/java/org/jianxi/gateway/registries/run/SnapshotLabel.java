package org.jianxi.gateway.registries.run;

import java.time.LocalDate;

/**
 * What a registry answers from.
 *
 * @param id the same as long as the same person gets the same answer, at most 64 characters: a digest, or a day where the registry
 *     says no more
 * @param day as of which it answers
 */
public record SnapshotLabel(String id, LocalDate day) {}
