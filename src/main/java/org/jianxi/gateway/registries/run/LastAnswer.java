package org.jianxi.gateway.registries.run;

import java.time.LocalDate;

/**
 * The newest usable answer that somebody has.
 *
 * @param snapshot what the registry answered from
 * @param day as of which
 */
public record LastAnswer(String snapshot, LocalDate day) {}
