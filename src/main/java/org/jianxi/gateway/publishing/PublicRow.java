package org.jianxi.gateway.publishing;

import java.time.Instant;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;

/**
 * What lies in the clear of a record that stands.
 *
 * @param id of the record among all senders'
 * @param content canonical text by field
 * @param since when this version came
 */
public record PublicRow(String id, Sender sender, Map<String, String> content, Instant since) {
    public PublicRow {
        content = Map.copyOf(content);
    }
}
