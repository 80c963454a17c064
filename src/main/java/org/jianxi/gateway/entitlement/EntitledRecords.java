package org.jianxi.gateway.entitlement;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * What came of a folder of record files.
 *
 * @param names of the sender's units by their id; empty text where the file has none
 * @param paid whether there was a file of payments: without it nothing can be said of claims and payments
 * @param notes what was assumed, and what could not be counted
 */
public record EntitledRecords(
        Entitlements entitlements, Map<String, String> names, boolean paid, List<Bilingual> notes) {
    public EntitledRecords {
        names = Map.copyOf(names);
        notes = List.copyOf(notes);
    }
}
