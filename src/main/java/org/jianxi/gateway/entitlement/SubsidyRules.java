package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Period;

/**
 * What the subsidy pays, from a month on. All amounts are fen for one trainee and month.
 *
 * @param id such as {@code YN-2023}
 * @param validTo the last month; empty where only later rules end these
 */
public record SubsidyRules(
        String id,
        String notice,
        Period validFrom,
        Optional<Period> validTo,
        Monthly monthly,
        Optional<Difference> difference,
        Optional<Remainder> remainder,
        Term term,
        PartMonth partMonth) {

    /** @param paidMonthly the clause that forbids to pay everything at the end */
    public record Monthly(long fen, String clause, String paidMonthly) {}

    /**
     * @param among ends of placements that the rate counts
     * @param paidFor ends of placements for which it is paid
     * @param paidOnce the clause that says when it is paid
     */
    public record Difference(
            long fen,
            int leastPercent,
            Set<String> among,
            Span span,
            Set<String> paidFor,
            String clause,
            String paidOnce) {
        public Difference {
            among = Set.copyOf(among);
            paidFor = Set.copyOf(paidFor);
        }

        /** 以上 includes the figure itself. Nobody is no rate. */
        boolean isReached(int ended, int retained) {
            return ended > 0 && 100L * retained >= (long) leastPercent * ended;
        }
    }

    /** Which ends of a unit's placements are counted together. */
    public enum Span {
        MONTH {
            @Override
            Period lastMonth(Period month) {
                return month;
            }

            @Override
            Period firstMonth(Period month) {
                return month;
            }
        },
        YEAR {
            @Override
            Period lastMonth(Period month) {
                return new Period(month.month().withMonth(12));
            }

            @Override
            Period firstMonth(Period month) {
                return new Period(month.month().withMonth(1));
            }
        };

        abstract Period firstMonth(Period month);

        abstract Period lastMonth(Period month);
    }

    /** What must begin in a remainder's span. */
    public enum Begun {
        MONTHS,
        CONTRACTS
    }

    /** First and last day belong to it. */
    public record Remainder(LocalDate from, LocalDate to, Begun of, String clause) {

        boolean covers(LocalDate monthBegins, LocalDate contract) {
            var asked = switch (of) {
                case MONTHS -> monthBegins;
                case CONTRACTS -> contract;
            };
            return !asked.isBefore(from) && !asked.isAfter(to);
        }
    }

    public record Term(int mostMonths, String clause) {}

    public record PartMonth(int leastDays, String clause) {}

    boolean isValid(Period month) {
        return month.compareTo(validFrom) >= 0
                && validTo.map(last -> month.compareTo(last) <= 0).orElse(true);
    }
}
