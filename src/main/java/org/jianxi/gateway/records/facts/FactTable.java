package org.jianxi.gateway.records.facts;

import static org.jianxi.gateway.records.facts.FactColumn.comparison;
import static org.jianxi.gateway.records.facts.FactColumn.money;
import static org.jianxi.gateway.records.facts.FactColumn.month;
import static org.jianxi.gateway.records.facts.FactColumn.reference;
import static org.jianxi.gateway.records.facts.FactColumn.written;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns kept of one dataset's records, one row for each version of a record. */
public record FactTable(String dataset, List<FactColumn> columns) {

    private static final List<FactTable> ALL = List.of(
            new FactTable(
                    "units",
                    List.of(
                            written("uscc"),
                            written("reportingOffice"),
                            written("recognisedOn"),
                            written("recognitionValidTo"),
                            written("withdrawnOn"),
                            written("status"),
                            written("demonstrationLevel"),
                            written("annualReviewYear"),
                            written("annualReviewResult"),
                            comparison("legalRepresentative", "name"))),
            new FactTable(
                    "posts",
                    List.of(
                            reference("unitId", "units"),
                            written("category"),
                            written("headcount"),
                            written("durationMonths"),
                            written("demonstration"),
                            written("raisedOn"),
                            written("publicityFrom"),
                            written("publicityTo"),
                            written("closedOn"),
                            written("status"))),
            new FactTable(
                    "trainees",
                    List.of(
                            written("category"),
                            written("graduatedOn"),
                            comparison("mobile", "mobile"),
                            comparison("name", "name"))),
            new FactTable(
                    "placements",
                    List.of(
                            reference("traineeId", "trainees"),
                            reference("postId", "posts"),
                            reference("unitId", "units"),
                            reference("mentorId", "mentors"),
                            written("agreementSignedOn"),
                            written("startOn"),
                            written("plannedEndOn"),
                            written("actualEndOn"),
                            written("endKind"),
                            written("outcome"),
                            written("outcomeOn"),
                            written("contractFrom"),
                            written("contractTo"),
                            written("status"))),
            new FactTable(
                    "payments",
                    List.of(
                            reference("placementId", "placements"),
                            written("kind"),
                            month("periodFrom"),
                            month("periodTo"),
                            written("months"),
                            written("monthsReckoned"),
                            money("standard"),
                            money("amountYuan"),
                            written("appliedOn"),
                            written("paidOn"),
                            written("fundLevel"),
                            comparison("payeeAccount", "account"),
                            written("status"))),
            new FactTable("mentors", List.of(reference("unitId", "units"), written("traineeCount"))),
            new FactTable("matching-events", List.of(written("reportingOffice"), written("kind"), written("heldOn"))),
            new FactTable(
                    "post-publications",
                    List.of(
                            written("generatedAt"),
                            written("listKind"),
                            written("channel"),
                            reference("postId", "posts"))));

    public FactTable {
        columns = List.copyOf(columns);
    }

    public static List<FactTable> all() {
        return ALL;
    }

    public static Optional<FactTable> find(String dataset) {
        return ALL.stream().filter(one -> one.dataset.equals(dataset)).findFirst();
    }

    public Optional<FactColumn> column(String field) {
        return columns.stream().filter(one -> one.field().equals(field)).findFirst();
    }

    /** Its name in the database. */
    public String table() {
        return dataset.replace('-', '_') + "_fact";
    }

    /**
     * Which deliveries are looked at, as the head of a statement with the parameter {@code position}, the last of the ledger's entries that
     * is.
     *
     * @param name tells it and its parameter from others of the same statement; may be empty
     */
    public static String limits(String name) {
        return "%1$supto as materialized (select * from fact_extent(:%1$sposition))".formatted(name);
    }

    /** The versions that stand within {@link #limits} of that name, in place of a table. */
    public String standing(String name) {
        return standing("(select last from %supto)".formatted(name), "(select further from %supto)".formatted(name));
    }

    String standing(String last, String further) {
        var begun = within("f.stands_from", last, further);
        var over = within("f.stands_until", last, further);
        return "(select f.* from %s f where %s and (f.stands_until is null or not %s))".formatted(table(), begun, over);
    }

    private static String within(String batch, String last, String further) {
        return "(%1$s <= %2$s or %1$s = any (%3$s::integer[]))".formatted(batch, last, further);
    }

    /** Every column that a version of a record is written with, apart from those that say how long it stands. */
    String stored() {
        return Stream.concat(
                        Stream.of("batch", "number", "sender", "record", "gone"),
                        columns.stream().map(FactColumn::column))
                .collect(Collectors.joining(", "));
    }
}
