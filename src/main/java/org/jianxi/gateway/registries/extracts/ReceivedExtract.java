package org.jianxi.gateway.registries.extracts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.run.RegistryName;

/**
 * An extract's file as it came.
 *
 * @param digest SM3 of the file
 * @param day as of which it was made; empty where nobody could say
 * @param actor who brought it
 * @param override why it is taken although fewer or more stand in it than its registry allows
 */
record ReceivedExtract(
        RegistryName registry,
        Path file,
        Digest digest,
        Optional<LocalDate> day,
        String actor,
        Optional<String> override) {}
