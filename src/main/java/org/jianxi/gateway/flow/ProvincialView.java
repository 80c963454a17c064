package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;

/**
 * The province's figures of a period as they stand, or as they stood when they were filed.
 *
 * @param revision the filing they belong to: the one filed, or the next one to be filed
 */
public record ProvincialView(ReturnForm form, ProvincialFigures figures, int revision, boolean filed) {

    public List<Sender> gaps() {
        return figures.gaps().stream().map(ReportingUnit::sender).toList();
    }

    /** The return that is filed with these figures, its foot left blank for the pen. */
    public ProvincialReturn toFile() {
        return new ProvincialReturn(revision, figures, ProvincialReturn.FilledIn.BLANK);
    }

    /** The leaves of the filed return's tree, in their order; amounts exact. */
    SequencedMap<String, String> leaves() {
        var values = new LinkedHashMap<String, String>();
        values.put("/form", figures.form());
        values.put("/period", figures.period().toString());
        values.put("/area", ProvincialReturn.PROVINCE.sender().code());
        values.put("/revision", Integer.toString(revision));
        for (var indicator : form.indicators()) {
            var amount = figures.totals().of(indicator.number());
            values.put("/indicators/" + indicator.number(), indicator.unit().printExact(amount));
        }
        return values;
    }

    /** What an approval is bound to: the totals and the very submissions they were summed from. */
    public Digest digest() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("form", figures.form());
        tree.put("period", figures.period().toString());
        var totals = new TreeMap<String, Object>();
        figures.totals().amounts().forEach((number, amount) -> totals.put(number.toString(), amount));
        tree.put("totals", totals);
        tree.put(
                "submissions",
                figures.contributions().stream()
                        .map(one -> one.origin().submissionId())
                        .toList());
        tree.put("gaps", gaps().stream().map(Sender::code).toList());
        return Sm3.of(CanonicalBytes.of(tree));
    }
}
