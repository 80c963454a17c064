package org.jianxi.gateway.registries.extracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.registries.run.InsuredDays;
import org.jianxi.gateway.registries.run.InsuredDays.Spell;

/**
 * Where a row says from when to when an employer insures its person, and how a snapshot's entry says it: both days with a stroke between
 * them, which no word of a registry of hardship is.
 *
 * @param oldest no earlier day is kept: no placement that anybody is asked about lies so far back
 */
record InsuredForm(Address.Column from, Optional<Address.Column> to, LocalDate oldest) {

    private static final int YEARS = 3;

    /** Systems write the end of time for what goes on. */
    private static final int NEVER = 9000;

    /** Whoever stands in more rows tells nothing by the oldest of them. */
    private static final int MOST_OF_ONE_PERSON = 64;

    private static final Pattern WORD = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})?");

    /** @param made the extract's day; with it the oldest day moves once a year, so that entries stay the same in between */
    static InsuredForm read(Words words, AddressReader addresses, LocalDate made) {
        return new InsuredForm(
                addresses.column(words.at("from")),
                words.find("to").map(addresses::column),
                LocalDate.of(made.getYear() - YEARS, 1, 1));
    }

    Stream<Address.Column> columns() {
        return Stream.concat(Stream.of(from), to.stream());
    }

    /** Empty where the row says no such days. */
    Optional<Spell> in(ExtractRow row) throws RefusedExtract {
        var first = NumberlessRows.day(row.text(from));
        var written = to.isEmpty() ? "" : row.text(to.get()).strip();
        var last = NumberlessRows.day(written).filter(day -> day.getYear() < NEVER);
        var isOpen = written.isEmpty() || written.startsWith("9999");
        return first.filter(day -> isOpen || (last.isPresent() && !last.get().isBefore(day)))
                .map(day -> new Spell(day, last));
    }

    boolean isTooOld(Spell spell) {
        return spell.to().filter(day -> day.isBefore(oldest)).isPresent();
    }

    String written(Spell spell) {
        var first = spell.from().isBefore(oldest) ? oldest : spell.from();
        return first + "/" + spell.to().map(LocalDate::toString).orElse("");
    }

    /** What several entries say of one person; empty where they are of a registry of hardship. */
    static Optional<InsuredDays> together(Collection<String> entries) {
        var spells = entries.stream()
                .map(WORD::matcher)
                .filter(found -> found.matches())
                .map(found -> new Spell(
                        LocalDate.parse(found.group(1)),
                        Optional.ofNullable(found.group(2)).map(LocalDate::parse)))
                .sorted(Comparator.comparing(Spell::from).reversed())
                .limit(MOST_OF_ONE_PERSON)
                .toList();
        return spells.isEmpty() ? Optional.empty() : Optional.of(new InsuredDays(spells));
    }
}
