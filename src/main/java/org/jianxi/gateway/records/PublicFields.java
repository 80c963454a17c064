package org.jianxi.gateway.records;

import java.util.List;
import java.util.Map;

/**
 * What of the records may lie in the clear beside them.
 *
 * @param byDataset the fields by dataset; of a dataset that is not named nothing does
 */
public record PublicFields(Map<String, List<String>> byDataset) {

    public static final PublicFields NONE = new PublicFields(Map.of());

    public PublicFields {
        byDataset = Map.copyOf(byDataset);
    }

    List<String> of(String dataset) {
        return byDataset.getOrDefault(dataset, List.of());
    }
}
