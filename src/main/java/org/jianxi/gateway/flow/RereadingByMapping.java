package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.evidence.Rereading;
import org.jianxi.gateway.flow.DocumentReading.Paper;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;

/** Reads what a bundle holds by the code that reads deliveries, with the mapping and the definitions that were kept. Pure. */
public final class RereadingByMapping implements Rereading.Maker {

    @Override
    public Rereading over(ReturnForms forms, ReportingUnits units) {
        var reading = new DocumentReading(new CanonicalDocuments(forms), units);
        return paper -> reading.read(
                        new Paper(paper.raw(), paper.type(), Optional.of(paper.sender()), Optional.of(paper.period())),
                        paper.mapping().map(bytes -> MappingFile.kept("mapping", bytes, forms, Sm3::of)))
                .mapped();
    }
}
