package org.jianxi.gateway.registries.marks;

import java.util.Optional;

/**
 * What a registry says of a person, or a person says instead. Codes of {@code schemas/datasets/hardship-matches.yaml}.
 *
 * @param category such as {@code 城市低保}
 * @param relation in the household, GB/T 4761
 * @param disabilityKind GB/T 26341-2010, as the level
 */
public record Hardship(
        String category, Optional<String> relation, Optional<String> disabilityKind, Optional<String> disabilityLevel) {

    public static Hardship of(String category) {
        return new Hardship(category, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
