package org.jianxi.gateway.filing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.envelope.CauseKind;
import org.jianxi.gateway.filing.envelope.Change;
import org.jianxi.gateway.filing.envelope.ChangedCell;
import org.jianxi.gateway.filing.envelope.ChangedExplanation;
import org.jianxi.gateway.filing.envelope.ChangedRounding;
import org.jianxi.gateway.filing.envelope.ChangedTotal;
import org.jianxi.gateway.filing.envelope.Difference;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;
import org.jianxi.gateway.rollup.TotalChange;

/** A correction as XML in the stable envelope: the full form and the difference in one document, so that one signature covers both. */
record SupplementaryXml(ReturnForm form, ReportingUnits units) {

    byte[] write(SupplementaryReturn correction) {
        var envelope = new org.jianxi.gateway.filing.envelope.SupplementaryReturn();
        envelope.setNumber(BigInteger.valueOf(correction.number()));
        envelope.setCorrects(corrects(correction.corrects()));
        envelope.setMinistryReturn(new ReturnXml(form, units).envelope(correction.full()));
        envelope.setDifference(difference(correction));
        return new EnvelopeBytes(envelope).write();
    }

    private static org.jianxi.gateway.filing.envelope.SupplementaryReturn.Corrects corrects(
            SupplementaryReturn.Corrects from) {
        var corrects = new org.jianxi.gateway.filing.envelope.SupplementaryReturn.Corrects();
        corrects.setMessageId(from.messageId());
        corrects.setRevision(BigInteger.valueOf(from.revision()));
        corrects.setDocument(from.document().hex());
        corrects.setLedgerPosition(BigInteger.valueOf(from.ledgerPosition()));
        return corrects;
    }

    private Difference difference(SupplementaryReturn correction) {
        var difference = new Difference();
        for (var cause : correction.causes()) {
            difference.getCause().add(cause(cause));
            cause.cells().forEach(cell -> difference.getCell().add(cell(cause.sender(), cell)));
            cause.change().explanationsAdded().stream()
                    .map(one -> explanation(cause.sender(), one, Change.ADDED))
                    .forEach(difference.getExplanation()::add);
            cause.change().explanationsDropped().stream()
                    .map(one -> explanation(cause.sender(), one, Change.DROPPED))
                    .forEach(difference.getExplanation()::add);
        }
        correction
                .difference()
                .totalChanges()
                .forEach(one -> difference.getTotal().add(total(one)));
        var rounding = correction.difference().rounding();
        Stream.concat(
                        rounding.begun().stream().map(unit -> rounding(unit, Change.ADDED)),
                        rounding.ended().stream().map(unit -> rounding(unit, Change.DROPPED)))
                .forEach(difference.getRoundedAmount()::add);
        return difference;
    }

    private org.jianxi.gateway.filing.envelope.Cause cause(Cause from) {
        var cause = new org.jianxi.gateway.filing.envelope.Cause();
        cause.setKind(CauseKind.fromValue(from.kind().wireName()));
        cause.setSender(from.sender().code());
        cause.setName(units.nameOf(from.sender()));
        from.replaced().map(SupplementaryXml::evidence).ifPresent(cause::setReplaced);
        cause.setBy(evidence(from.by()));
        return cause;
    }

    private static org.jianxi.gateway.filing.envelope.Evidence evidence(Evidence from) {
        var evidence = new org.jianxi.gateway.filing.envelope.Evidence();
        evidence.setSubmission(from.submission());
        evidence.setRevision(BigInteger.valueOf(from.revision()));
        evidence.setReceivedAt(from.arrived().receivedAt().toString());
        evidence.setLate(from.arrived().late());
        evidence.setDigest(from.digest().hex());
        evidence.setLedgerPosition(BigInteger.valueOf(from.ledgerPosition()));
        return evidence;
    }

    private ChangedCell cell(Sender sender, CellChange from) {
        var cell = new ChangedCell();
        cell.setSender(sender.code());
        cell.setIndicator(BigInteger.valueOf(from.indicator()));
        from.before().map(amount -> exact(from.indicator(), amount)).ifPresent(cell::setOld);
        from.after().map(amount -> exact(from.indicator(), amount)).ifPresent(cell::setNew);
        return cell;
    }

    private ChangedTotal total(TotalChange from) {
        var total = new ChangedTotal();
        total.setIndicator(BigInteger.valueOf(from.indicator()));
        total.setOld(exact(from.indicator(), from.before()));
        total.setNew(exact(from.indicator(), from.after()));
        from.because().forEach(sender -> total.getBecause().add(sender.code()));
        return total;
    }

    private BigDecimal exact(int indicator, long amount) {
        return new BigDecimal(form.indicator(indicator).unit().printExact(amount));
    }

    private static ChangedExplanation explanation(Sender sender, Explanation from, Change change) {
        var explanation = new ChangedExplanation();
        explanation.setChange(change);
        explanation.setSender(sender.code());
        explanation.setRule(from.rule());
        explanation.setValue(from.text());
        return explanation;
    }

    private static ChangedRounding rounding(ReportingUnit from, Change change) {
        var rounding = new ChangedRounding();
        rounding.setChange(change);
        rounding.setCode(from.sender().code());
        rounding.setName(from.name());
        return rounding;
    }
}
