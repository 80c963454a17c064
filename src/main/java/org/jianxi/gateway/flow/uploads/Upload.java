package org.jianxi.gateway.flow.uploads;

import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One file a person chose, and what it is said to be.
 *
 * @param source the way it is read; one of the unit's with the console's door
 * @param period the month it reports on
 * @param fileName as the person's machine names it; its ending says what kind of document it is
 * @param content byte for byte
 */
public record Upload(SourceId source, Sender unit, Period period, String fileName, byte[] content) {}
