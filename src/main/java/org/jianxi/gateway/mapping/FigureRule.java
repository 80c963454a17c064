package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.MoneyUnit;

/**
 * How one figure is read.
 *
 * @param address where it stands; empty when it is a constant or computed
 * @param unit what the source states money in; empty for anything but money
 * @param blank what a blank stands for where the integrator vouches for it; empty: a blank is missing
 * @param constant the same amount in every return, in smallest parts
 */
record FigureRule(
        Indicator indicator,
        Optional<Address> address,
        Optional<MoneyUnit> unit,
        Optional<Long> blank,
        Optional<Long> constant,
        FigureWords words) {

    boolean isColumn() {
        return address.filter(Address.Column.class::isInstance).isPresent();
    }
}
