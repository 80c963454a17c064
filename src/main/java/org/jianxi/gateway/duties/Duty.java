package org.jianxi.gateway.duties;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Code;

/** One thing the programme asks of every office. */
public sealed interface Duty {

    Named named();

    /** @param tally empty where there are no records to tell it by */
    Judged judge(Optional<Tally> tally, Period month);

    /** Whether one office that fails decides it for the province, whatever others have. */
    boolean isOfEach();

    /** @param clause where it is said */
    record Named(Measure measure, Bilingual title, String clause) {}

    default Measure measure() {
        return named().measure();
    }

    /**
     * A share that must be reached; the figure itself is enough (以上).
     *
     * @param dueInMonth of the year, at whose end it is due; empty where it is due at any time
     */
    record LeastShare(Named named, int leastPercent, Optional<Integer> dueInMonth) implements Duty {

        private static final int WHOLE = 100;

        @Override
        public Judged judge(Optional<Tally> tally, Period month) {
            return tally.map(found -> new Judged(
                            this,
                            standing(found, month),
                            found.of(measure().part()),
                            found.of(measure().whole()),
                            found,
                            List.of()))
                    .orElseGet(() -> Judged.gap(this));
        }

        @Override
        public boolean isOfEach() {
            return leastPercent == WHOLE;
        }

        private Standing standing(Tally tally, Period month) {
            if (tally.of(measure().whole()) == 0) {
                return tally.of(Tally.WAITING) > 0 ? Standing.NOT_DUE : Standing.NO_RECORDS;
            }
            if (WHOLE * tally.of(measure().part())
                    >= leastPercent * tally.of(measure().whole())) {
                return Standing.MET;
            }
            return dueInMonth.filter(due -> month.month().getMonthValue() < due).isPresent()
                    ? Standing.NOT_DUE
                    : Standing.NOT_MET;
        }
    }

    /** Posts of every kind named must stand. */
    record EveryKind(Named named, List<Code> kinds) implements Duty {
        public EveryKind {
            kinds = List.copyOf(kinds);
        }

        @Override
        public Judged judge(Optional<Tally> tally, Period month) {
            return tally.map(this::judge).orElseGet(() -> Judged.gap(this));
        }

        @Override
        public boolean isOfEach() {
            return false;
        }

        private Judged judge(Tally tally) {
            var lacking = kinds.stream()
                    .map(Code::code)
                    .filter(kind -> tally.of(kind) == 0)
                    .toList();
            var standing = tally.of(Tally.POSTS) == 0
                    ? Standing.NO_RECORDS
                    : lacking.isEmpty() ? Standing.MET : Standing.NOT_MET;
            return new Judged(this, standing, kinds.size() - lacking.size(), kinds.size(), tally, lacking);
        }
    }

    /** So many in every quarter of the year; a quarter is late once it is over. */
    record EveryQuarter(Named named, int least) implements Duty {

        @Override
        public Judged judge(Optional<Tally> tally, Period month) {
            return tally.map(found -> judge(found, month)).orElseGet(() -> Judged.gap(this));
        }

        @Override
        public boolean isOfEach() {
            return true;
        }

        private Judged judge(Tally tally, Period month) {
            var over = Quarter.ofYearUpTo(month).stream()
                    .filter(quarter -> quarter.isOverAtTheEndOf(month))
                    .toList();
            var late = over.stream().filter(quarter -> !isKept(tally, quarter)).toList();
            return new Judged(
                    this,
                    standing(tally, month, late.isEmpty()),
                    over.size() - late.size(),
                    over.size(),
                    tally,
                    late.stream().map(Quarter::toString).toList());
        }

        private Standing standing(Tally tally, Period month, boolean nothingLate) {
            if (!nothingLate) {
                return Standing.NOT_MET;
            }
            return isKept(tally, Quarter.of(month)) ? Standing.MET : Standing.NOT_DUE;
        }

        private boolean isKept(Tally tally, Quarter quarter) {
            return tally.of(quarter.toString()) >= least;
        }
    }
}
