package org.jianxi.gateway.registries.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** On which days a registry has somebody insured by an employer. */
public record InsuredDays(List<Spell> spells) {

    public InsuredDays {
        spells = List.copyOf(spells);
    }

    /** @param to the last day; empty while it goes on */
    public record Spell(LocalDate from, Optional<LocalDate> to) {}

    /** As PostgreSQL reads a {@code datemultirange}. */
    String multirange() {
        return spells.stream()
                .map(one -> "[%s,%s]"
                        .formatted(one.from(), one.to().map(LocalDate::toString).orElse("")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "InsuredDays";
    }
}
