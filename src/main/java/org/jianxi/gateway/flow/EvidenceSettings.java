package org.jianxi.gateway.flow;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is watched over.
 *
 * @param witness folders for the newest checkpoint, best on other machines; {@code var/witness} when none is named
 * @param startCheck whether a start is refused when the ledger does not begin with the witnessed checkpoint
 */
@ConfigurationProperties("jianxi.evidence")
public record EvidenceSettings(
        @DefaultValue List<Path> witness,
        @DefaultValue("true") boolean startCheck) {}
