package org.jianxi.gateway.mapping.conversion;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.mapping.notation.Address;

/**
 * Where the sender is read.
 *
 * @param address empty: the delivery says
 * @param codes the source's own names for its senders, beside the official codes and names
 */
public record SenderRule(Optional<Address> address, Map<String, Sender> codes) {

    public static final SenderRule FROM_DELIVERY = new SenderRule(Optional.empty(), Map.of());

    public SenderRule {
        codes = Map.copyOf(codes);
    }
}
