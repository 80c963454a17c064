package org.jianxi.gateway.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;

/**
 * One edition of the monthly return as data. Code asks it how many indicators there are; no code knows the number.
 *
 * @param id such as {@code MOHRSS-2023}
 * @param notice the notice it is annexed to, such as 人社部发〔2023〕27号
 * @param validFrom the first month it is filed for
 * @param validTo the last one, while another edition has not yet taken over: empty
 * @param superseded that a newer edition has taken its place, and until when this one is still taken
 * @param printed relations printed on the form (errors)
 * @param balance relations of our own (warnings)
 * @param digest SM3 of the definition file, named in every ledger entry made under it
 */
public record ReturnForm(
        String id,
        Bilingual title,
        String notice,
        Period validFrom,
        Optional<Period> validTo,
        Optional<Superseded> superseded,
        List<Indicator> indicators,
        List<Relation> printed,
        List<Relation> balance,
        SheetLayout layout,
        Digest digest) {

    public ReturnForm {
        indicators = List.copyOf(indicators);
        printed = List.copyOf(printed);
        balance = List.copyOf(balance);
    }

    public Set<Integer> numbers() {
        var numbers = new LinkedHashSet<Integer>();
        indicators.forEach(indicator -> numbers.add(indicator.number()));
        return numbers;
    }

    public Optional<Indicator> find(int number) {
        return indicators.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The indicator of a number known to be on this form; throws {@link IllegalArgumentException} otherwise. */
    public Indicator indicator(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException(id + " has no indicator " + number));
    }

    /** Every rule of the form: the printed relations, then the balance rules. */
    public List<Relation> relations() {
        return Stream.concat(printed.stream(), balance.stream()).toList();
    }

    public boolean isValidFor(Period period) {
        return period.compareTo(validFrom) >= 0
                && validTo.map(last -> period.compareTo(last) <= 0).orElse(true);
    }

    /** Whether the form prints two amounts alike: what was filed in 万元 with two decimals was rounded there. */
    public boolean printsAlike(int indicator, long one, long other) {
        return print(indicator, one).equals(print(indicator, other));
    }

    /** The amount as this form prints it. */
    public String print(int indicator, long amount) {
        return indicator(indicator).unit().print(amount);
    }
}
