package org.jianxi.gateway.mapping.clause;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;

/**
 * What a subsidy payment must keep: 1500 yuan for a trainee and month, 500 more once retention is known (云人社发〔2023〕18号 三), the base
 * paid by the month and no month claimed that was not served (人社部发〔2023〕27号 四(二)). Yuan throughout.
 */
record PaymentTerms(CanonicalRecord payment) {

    private static final String KIND = "kind";
    private static final String MONTHLY = "MONTHLY";
    private static final String MONTHS = "months";
    private static final String RECKONED = "monthsReckoned";
    private static final String STANDARD = "standard";
    private static final String AMOUNT = "amountYuan";
    private static final BigDecimal BASE = new BigDecimal(1500);
    private static final BigDecimal RETAINED_MORE = new BigDecimal(500);

    /** The rest of a term may carry the difference at once. Insurance has no rate by the month. */
    private static final Map<String, List<BigDecimal>> RATES = Map.of(
            MONTHLY,
            List.of(BASE),
            "DIFFERENCE",
            List.of(RETAINED_MORE),
            "REMAINDER",
            List.of(BASE, BASE.add(RETAINED_MORE)));

    Stream<Broken> judge() {
        var kind = payment.text(KIND).orElse("");
        return Stream.of(claimed(MONTHS), claimed(RECKONED), monthly(kind), rate(kind), amount(kind))
                .flatMap(Optional::stream);
    }

    private Optional<Broken> claimed(String field) {
        return months().flatMap(span -> number(field).filter(claimed -> claimed.compareTo(new BigDecimal(span)) > 0))
                .map(more -> Broken.of(
                        ClauseRule.CLAIMED_MONTHS,
                        field,
                        "超过所属期起止之间的月数；请核对月数和所属期",
                        "is more than the period has: check the months and the period"));
    }

    private Optional<Broken> monthly(String kind) {
        return months().filter(span -> kind.equals(MONTHLY) && span > 1)
                .map(longer -> Broken.of(
                        ClauseRule.MONTHLY,
                        "periodTo",
                        "与所属期起不在同一月；基本补贴应按月申报发放",
                        "is not the month of the beginning: the base is claimed and paid month by month"));
    }

    private Optional<Broken> rate(String kind) {
        var known = RATES.getOrDefault(kind, List.of());
        return number(STANDARD)
                .filter(stated -> !known.isEmpty() && known.stream().noneMatch(rate -> rate.compareTo(stated) == 0))
                .map(other -> Broken.of(
                        ClauseRule.RATE,
                        STANDARD,
                        "与规定标准不符；基本补贴1500元，留用差额500元，请核对",
                        "is not what the notice pays: 1500 yuan, and 500 for retention; check it"));
    }

    /** The months applied for and those reckoned may differ; either may have been paid. */
    private Optional<Broken> amount(String kind) {
        var rate = number(STANDARD).filter(stated -> RATES.containsKey(kind));
        var stated = number(AMOUNT);
        var months = Stream.of(number(RECKONED), number(MONTHS))
                .flatMap(Optional::stream)
                .toList();
        if (rate.isEmpty() || stated.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        var agrees = months.stream().anyMatch(one -> one.multiply(rate.get()).compareTo(stated.get()) == 0);
        return agrees
                ? Optional.empty()
                : Optional.of(Broken.of(
                        ClauseRule.AMOUNT,
                        AMOUNT,
                        "不等于补贴月数与补贴标准之积；请核对三项",
                        "is not the months times the rate: check all three"));
    }

    private Optional<Long> months() {
        return month("periodFrom")
                .flatMap(from -> month("periodTo").map(to -> ChronoUnit.MONTHS.between(from.month(), to.month()) + 1))
                .filter(span -> span > 0);
    }

    private Optional<Period> month(String field) {
        return payment.find(field)
                .flatMap(value ->
                        value instanceof FieldValue.Month month ? Optional.of(month.month()) : Optional.empty());
    }

    private Optional<BigDecimal> number(String field) {
        return payment.find(field)
                .flatMap(value ->
                        value instanceof FieldValue.Decimal decimal ? Optional.of(decimal.number()) : Optional.empty());
    }
}
