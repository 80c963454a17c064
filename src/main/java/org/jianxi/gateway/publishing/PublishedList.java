package org.jianxi.gateway.publishing;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * One of the lists: what it shows and of which records.
 *
 * @param dataset whose records are shown; empty where the list comes from a file
 * @param by the field that names the entry's owner, an entry of the list of units
 * @param fields in the order in which they are shown
 */
public record PublishedList(
        ListKind kind,
        Bilingual title,
        String clause,
        Optional<String> dataset,
        Optional<String> by,
        Shown shown,
        List<PublishedField> fields) {

    public PublishedList {
        fields = List.copyOf(fields);
    }
}
