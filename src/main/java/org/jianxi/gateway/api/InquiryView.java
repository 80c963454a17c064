package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Inquiry.Side;

/** An inquiry as one caller may see it: which units are its sides, and the records of the caller's own. */
record InquiryView(
        long number,
        String kind,
        Bilingual title,
        String clause,
        String state,
        Instant foundAt,
        LocalDate dueOn,
        List<SideView> sides,
        Optional<String> lapsedBecause) {

    /**
     * A unit's part.
     *
     * @param outcome of another side only once the inquiry is over: till then it is the office's to know
     * @param records tokens, of the caller's own units only
     * @param evidence where the versions that were looked at stand, of the caller's own units only
     */
    record SideView(
            String sender,
            boolean closed,
            Optional<String> outcome,
            List<String> records,
            List<Evidence.Version> evidence) {}

    /** @param own the caller's units; none for the office, which sees all */
    static InquiryView of(Inquiry one, Collection<Sender> own) {
        return new InquiryView(
                one.number(),
                one.kind().wireName(),
                one.kind().title(),
                one.kind().clause(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.foundAt(),
                one.dueOn(),
                one.sides().stream().map(side -> view(side, one, own)).toList(),
                one.lapse().map(Inquiry.Lapse::reason));
    }

    private static SideView view(Side side, Inquiry one, Collection<Sender> own) {
        var mine = own.isEmpty() || own.contains(side.sender());
        var evidence = mine ? side.evidence() : List.<Evidence>of();
        return new SideView(
                side.sender().code(),
                side.closing().isPresent(),
                side.closing().map(Inquiry.Closing::outcome).filter(outcome -> mine || !one.isOpen()),
                evidence.stream().map(Evidence::record).toList(),
                evidence.stream().flatMap(record -> record.version().stream()).toList());
    }
}
