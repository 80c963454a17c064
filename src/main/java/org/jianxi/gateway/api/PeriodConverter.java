package org.jianxi.gateway.api;

import org.jianxi.gateway.canonical.Period;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A period in a path, {@code 2023-06}. */
@Component
class PeriodConverter implements Converter<String, Period> {

    @Override
    public Period convert(String text) {
        return Period.parse(text).orElseThrow(() -> new IllegalArgumentException("Not a period"));
    }
}
