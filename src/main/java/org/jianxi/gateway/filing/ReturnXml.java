package org.jianxi.gateway.filing;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.envelope.Contribution;
import org.jianxi.gateway.filing.envelope.Explanation;
import org.jianxi.gateway.filing.envelope.Figure;
import org.jianxi.gateway.filing.envelope.Figures;
import org.jianxi.gateway.filing.envelope.MinistryReturn;
import org.jianxi.gateway.filing.envelope.Unit;
import org.jianxi.gateway.forms.ReturnForm;

/** The return as XML in the stable envelope ({@code schemas/canonical/envelope-1.xsd}). */
record ReturnXml(ReturnForm form, ReportingUnits units) {

    byte[] write(ProvincialReturn filed) {
        return new EnvelopeBytes(envelope(filed)).write();
    }

    MinistryReturn envelope(ProvincialReturn filed) {
        var figures = filed.figures();
        var envelope = new MinistryReturn();
        envelope.setForm(figures.form());
        envelope.setPeriod(figures.period().toString());
        envelope.setArea(ProvincialReturn.PROVINCE.sender().code());
        envelope.setRevision(BigInteger.valueOf(filed.revision()));
        figures.ledgerPosition().map(BigInteger::valueOf).ifPresent(envelope::setLedgerPosition);
        envelope.setFigures(figures(figures.totals()));
        for (var contribution : figures.contributions()) {
            envelope.getSender().add(contribution(contribution));
            for (var explanation : contribution.content().explanations()) {
                envelope.getExplanation().add(explanation(contribution.sender().code(), explanation));
            }
        }
        figures.gaps().forEach(gap -> envelope.getGap().add(unit(gap)));
        figures.roundedAmounts().forEach(unit -> envelope.getRoundedAmount().add(unit(unit)));
        return envelope;
    }

    private Contribution contribution(org.jianxi.gateway.rollup.Contribution from) {
        var contribution = new Contribution();
        contribution.setCode(from.sender().code());
        contribution.setName(units.nameOf(from.sender()));
        contribution.setRevision(BigInteger.valueOf(from.content().revision()));
        contribution.setSubmission(from.origin().submissionId());
        contribution.setDigest(from.origin().digest().hex());
        from.origin().ledgerPosition().map(BigInteger::valueOf).ifPresent(contribution::setLedgerPosition);
        contribution.setFigures(figures(from.content().figures()));
        return contribution;
    }

    private Figures figures(org.jianxi.gateway.canonical.Figures from) {
        var figures = new Figures();
        for (var indicator : form.indicators()) {
            var unit = indicator.unit();
            var amount = from.of(indicator.number());
            var figure = new Figure();
            figure.setIndicator(BigInteger.valueOf(indicator.number()));
            figure.setValue(new BigDecimal(unit.print(amount)));
            if (!unit.printsExactly(amount)) {
                figure.setExact(new BigDecimal(unit.printExact(amount)));
            }
            figures.getFigure().add(figure);
        }
        return figures;
    }

    static Explanation explanation(String sender, org.jianxi.gateway.canonical.Explanation from) {
        var explanation = new Explanation();
        explanation.setSender(sender);
        explanation.setRule(from.rule());
        explanation.setValue(from.text());
        return explanation;
    }

    private static Unit unit(ReportingUnit from) {
        var unit = new Unit();
        unit.setCode(from.sender().code());
        unit.setName(from.name());
        return unit;
    }
}
