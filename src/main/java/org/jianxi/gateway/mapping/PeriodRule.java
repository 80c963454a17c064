package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.PeriodFormat;

/**
 * Where the month is read.
 *
 * @param address empty: the delivery says
 * @param format how the document writes it
 * @param orElseDelivery whether the delivery may say it when the document does not
 */
record PeriodRule(Optional<Address> address, PeriodFormat format, boolean orElseDelivery) {

    static final PeriodRule FROM_DELIVERY = new PeriodRule(Optional.empty(), PeriodFormat.ISO, true);
}
