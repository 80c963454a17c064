package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;

/**
 * What is known of a delivery besides its content.
 *
 * @param declared what the deliverer said the file is
 * @param period the month named beside the file; empty where only the content says
 * @param sender the one sender the deliverer speaks for; empty where the content must say which
 * @param units all senders with their names, so that a document may name one in words
 */
public record MappingContext(
        MediaType declared, Optional<Period> period, Optional<Sender> sender, ReportingUnits units) {}
