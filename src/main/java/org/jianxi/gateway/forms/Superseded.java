package org.jianxi.gateway.forms;

import java.time.LocalDate;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * That another edition has taken an edition's place.
 *
 * @param newer the edition to send from now on
 * @param acceptedUntil the last day on which the older one is still taken
 * @param changes what is different, for a person who changes over
 */
public record Superseded(String newer, LocalDate acceptedUntil, Bilingual changes) {}
