package org.jianxi.gateway.mapping;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;

/**
 * Where the sender is read.
 *
 * @param address empty: the delivery says
 * @param codes the source's own names for its senders, beside the official codes and names
 */
record SenderRule(Optional<Address> address, Map<String, Sender> codes) {

    static final SenderRule FROM_DELIVERY = new SenderRule(Optional.empty(), Map.of());

    SenderRule {
        codes = Map.copyOf(codes);
    }
}
