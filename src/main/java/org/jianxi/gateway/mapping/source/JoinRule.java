package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.RecordsAddress;

/**
 * Another table of the same document, whose rows belong to the records by a key.
 *
 * @param table of a sheet
 * @param records of JSON and XML
 * @param keys the parts of the key, all of which must agree
 */
public record JoinRule(String name, Optional<TableRule> table, Optional<RecordsAddress> records, List<Key> keys) {

    public JoinRule {
        keys = List.copyOf(keys);
    }

    /** @param own where the record says it, {@code other} where the other table does */
    public record Key(Address own, Address other) {}
}
